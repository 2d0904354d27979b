package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;

/** Exceptions that a consequence catches and does not tell. */
class SwallowedExceptionsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfACatchThatTellsNobody() {
        assertThat(Slips.ofConsequence("Release()", "try { " + FAILS + " } catch (Exception e) { }"))
                .containsExactly(
                        "WARNING swallowed load-gate/a.drl:13 What goes wrong here is not told to anybody, and the "
                                + "release may pass for it. Maybe an insert(...) of what blocks it, or no catch?");
    }
}
