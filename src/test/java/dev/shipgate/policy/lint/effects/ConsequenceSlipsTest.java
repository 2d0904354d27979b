package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consequences that are not what they read like. */
class ConsequenceSlipsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfAConsequenceThatNobodyNotices() {
        assertThat(Slips.ofConsequence("Release()", "try { " + FAILS + " } catch (Exception e) { }"))
                .containsExactly(
                        "WARNING swallowed load-gate/a.drl:13 What goes wrong here is not told to anybody, and the "
                                + "release may pass for it. Maybe an insert(...) of what blocks it, or no catch?");
        assertThat(Slips.ofConsequence("Release($s : service)", "if ($s == null) return;\n" + FAILS))
                .containsExactly("WARNING early-return load-gate/a.drl:13 The rule fires and then does nothing, which "
                        + "nobody sees. Maybe the question belongs under \"when\"?");
        assertThat(Slips.ofConsequence("Release()", "// " + FAILS))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:10 All that this rule does when it fires is commented "
                                + "out. Maybe leave the rule out?");
        assertThat(Slips.ofConsequence("Release()", "String route = \"insert(1)\";"))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:10 Nothing comes of this rule when it fires. Maybe it "
                                + "lacks an insert(...)?");
        assertThat(Slips.ofConsequence("Release()", FAILS + " if (true) { new Failure(null, \"a\", \"b\"); }"))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:10 The rule makes a Failure that nobody sees. Maybe "
                                + "insert(new Failure(...))?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { insert(new Failure(null, \"a\", \"b\")); } catch (Exception e) { throw e; }",
                "try { Integer.parseInt(\"5\"); } catch (Exception e) { insert(new Failure(null, \"a\", \"b\")); }",
                "insert(new Failure(null, \"a\", \"b\")); // insert(new Failure(null, \"c\", \"d\"));",
                "delete($one);",
                "java.util.function.Supplier s = () -> { return 1; }; delete($one);",
                "if ($one.service() == null) { delete($one); }"
            })
    void takesConsequencesOfWhichSomethingComes(String then) {
        assertThat(Slips.ofConsequence("$one : Release()", then)).isEmpty();
    }

    @Test
    void warnsOfObjectsThatAreComparedInJava() {
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($a : p95Ms, $b : errorRate, $r : route)",
                        "if ($a == $b || $r != \"find\") { " + FAILS + " }"))
                .containsExactly(
                        "WARNING object-comparison load-gate/a.drl:13 $a == $b asks in Java whether both are one object, and "
                                + "not whether they are equal. Maybe $a.equals($b)?",
                        "WARNING object-comparison load-gate/a.drl:13 $r != \"find\" asks in Java whether both are one "
                                + "object, and not whether they are equal. Maybe !$r.equals(\"find\")?");
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($a : p95Ms, p95Ms != null, $m : missing)",
                        "if ($a == null || $a == 5 || $m.size() == 1) { " + FAILS + " }"))
                .isEmpty();
    }
}
