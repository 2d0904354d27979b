package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Findings;
import org.junit.jupiter.api.Test;

/** The rule that is to be asked why a failure passed. */
class ExcusersTest {

    private static final Check PILOT = Check.excused("find", "kb", 200, 100, "policy", "It is a pilot.");
    private static final Check SMALL = Check.excusedAtLeast("find", "kb", 5, 10, "policy", "It is a pilot.");
    private static final Check WITHIN = Check.pass("find", "latency", 1, 2, "policy");

    @Test
    void theRuleThatExcusesAValueIsNamedForEachSideOfAMetric() {
        Excusers excusers = new Excusers(new Findings()
                .by("large", PILOT)
                .by("small", SMALL)
                .by("also large", PILOT)
                .by("latency", WITHIN)
                .run());

        assertThat(excusers.ruleOf(PILOT)).isEqualTo("large");
        assertThat(excusers.ruleOf(SMALL)).isEqualTo("small");
        assertThat(excusers.ruleOf(WITHIN)).isNull();
    }

    @Test
    void theRuleThatSaysThatAMetricDoesNotApplyIsNamedForItsCheck() {
        Excusers excusers = new Excusers(new Findings()
                .by("no model", new NotApplicable("find", "cost_per_success", "It is none."))
                .by("no page", new NotApplicable("find", "pages", "It is none."))
                .run());

        assertThat(excusers.ruleOf(notApplicable(Check.COST))).isEqualTo("no model");
        assertThat(excusers.ruleOf(notApplicable("pages"))).isEqualTo("no page");
    }

    private static Check notApplicable(String check) {
        return Check.notEvaluated("find", check, null, null).notApplicable("It is none.");
    }
}
