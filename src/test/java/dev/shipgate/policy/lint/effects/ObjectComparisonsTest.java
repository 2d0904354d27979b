package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Objects that a consequence compares as Java does. */
class ObjectComparisonsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

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

    @Test
    void knowsThatCountsAreObjects() {
        assertThat(Slips.ofConsequence(
                        "accumulate(RouteMetrics(); $all : count()) accumulate(RouteMetrics(errorRate > 0.1); $bad : count())",
                        "if ($bad == $all) {\n    insert(new Failure(null, \"x\", \"y\")); }"))
                .containsExactly(
                        "WARNING object-comparison load-gate/a.drl:13 $bad == $all asks in Java whether both are one "
                                + "object, and not whether they are equal. Maybe $bad.equals($all)?");
    }
}
