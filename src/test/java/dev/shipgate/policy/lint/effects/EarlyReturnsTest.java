package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Consequences that end before they do anything. */
class EarlyReturnsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfAReturnThatNobodySees() {
        assertThat(Slips.ofConsequence("Release($s : service)", "if ($s == null) return;\n" + FAILS))
                .containsExactly("WARNING early-return load-gate/a.drl:13 The rule fires and then does nothing, which "
                        + "nobody sees. Maybe the question belongs under \"when\"?");
    }
}
