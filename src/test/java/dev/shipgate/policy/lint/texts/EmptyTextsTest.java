package dev.shipgate.policy.lint.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Empty texts, in facts that are made and in conditions. */
class EmptyTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            insert(new Failure(null, "x", ""));                     | detail | a sentence that tells people what happened?
            insert(new Failure(null, "x", " "));                    | detail | a sentence that tells people what happened?
            insert(new Failure(null, "x", "", List.of()));          | detail | a sentence that tells people what happened?
            insert(new Failure(null, "", "y"));                     | reason | a name?
            insert(new Failure("", "x", "y"));                      | route  | a name?
            insert(new Failure(null, "\u00A0", "y"));               | reason | a name?
            insert(new Budget("").p95Ms(5));                        | route  | a name?
            """)
    void warnsOfAnEmptyText(String then, String field, String hint) {
        assertThat(Slips.ofConsequence("Release()", then))
                .containsExactly(
                        "WARNING empty-text load-gate/a.drl:13 The text for " + field + " is empty. Maybe " + hint);
    }

    @Test
    void warnsOfAComparisonWithAnEmptyName() {
        assertThat(Slips.ofCondition("Release(service == \"\")"))
                .containsExactly(
                        "WARNING empty-text load-gate/a.drl:11 No service is empty. Where there is none it is null. "
                                + "Maybe service == null, or != null?");
        assertThat(Slips.ofCondition("Release(labels[\"track\"] == \"\")")).isEmpty();
    }
}
