package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of which nothing comes when they fire. */
class NoEffectsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfAConsequenceOfWhichNothingComes() {
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
}
