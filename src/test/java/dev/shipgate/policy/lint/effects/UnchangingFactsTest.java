package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of facts that do not change. */
class UnchangingFactsTest {

    @ParameterizedTest
    @ValueSource(strings = {"modify($b) { p95Ms(500) }", "update($b.p95Ms(500));"})
    void warnsOfAChangeOfWhatDoesNotChange(String then) {
        assertThat(Slips.ofConsequence("$b : Budget(route == \"find\")", then))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:13 No Budget changes: each setting makes another one. "
                                + "Maybe delete the one that is there, and insert the other?");
    }
}
