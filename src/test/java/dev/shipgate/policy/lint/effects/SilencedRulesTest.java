package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Attributes that keep a rule from firing. */
class SilencedRulesTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void refusesAttributesThatKeepARuleFromBeingHeard() {
        String rule = "rule \"r\" @owner(\"sre\")\n    %s\nwhen\n    Release()\nthen\n    " + FAILS + "\nend\n";
        assertThat(Slips.of(rule.formatted("enabled false")))
                .containsExactly(
                        "ERROR attribute load-gate/a.drl:11 The attribute enabled keeps a rule from being heard, "
                                + "and nobody sees that. A rule that is not wanted is taken out.");
        assertThat(Slips.of(rule.formatted("lock-on-active true"))).hasSize(1);
        assertThat(Slips.of("lock-on-active true\n" + rule.formatted("salience 5")))
                .hasSize(1);
        assertThat(Slips.of(rule.formatted("enabled true lock-on-active false no-loop true salience 5")))
                .isEmpty();
    }
}
