package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Entries of a map that are asked for as if they were fields. */
class EntriesAfterDotsTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @Test
    void warnsOfAMetricThatIsAskedForAsIfItWereAField() {
        assertThat(Slips.ofCondition("RouteMetrics(others.ttft > 800 && others.get(\"x\") != null, others.size() > 1)"))
                .containsExactly(
                        "WARNING entry-after-dot" + AT + "The rule fails on each release that has it: others.ttft is "
                                + "no field. Maybe others[\"ttft\"]?");
    }

    @Test
    void takesWhatAMapHasItself() {
        assertThat(Slips.ofCondition("RouteMetrics(others.size > 1, others.size() > 1, others.isEmpty())"))
                .isEmpty();
    }
}
