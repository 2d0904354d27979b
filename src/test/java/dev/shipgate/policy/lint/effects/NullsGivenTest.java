package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that are made with null for a value that they need. */
class NullsGivenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            insert(new Failure(null, null, "y"));   | reason
            insert(new Failure("find", "x", null)); | detail
            insert(new Budget(null).p95Ms(5));      | route
            """)
    void warnsOfNullForWhatMustBeThere(String then, String field) {
        assertThat(Slips.ofConsequence("Release()", then))
                .containsExactly("WARNING may-fail load-gate/a.drl:13 The rule fails each time: " + field
                        + " must not be null.");
    }
}
