package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule inserts and tells nobody anything. */
class EmptyFindingsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Budget(\"find\"));",
                "Budget find = new Budget(\"find\"); insert(find);",
                "insert((new Budget(\"find\")));"
            })
    void warnsOfABudgetWithoutAnyLimit(String then) {
        assertThat(Slips.ofConsequence("Release()", then))
                .containsExactly("WARNING no-limit load-gate/a.drl:13 This Budget sets no limit. Maybe "
                        + "new Budget(\"find\").p95Ms(...)?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Budget(\"find\").errorRate(0.1));",
                "Budget find = new Budget(\"find\"); find = find.p95Ms(5); insert(find);",
                "insert(new Budget(\"find\", null, null, null, null).p95Ms(5));",
                FAILS
            })
    void takesWhatSetsALimit(String then) {
        assertThat(Slips.ofConsequence("Release()", then)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"modify($b) { p95Ms(500) }", "update($b.p95Ms(500));"})
    void warnsOfAChangeOfWhatDoesNotChange(String then) {
        assertThat(Slips.ofConsequence("$b : Budget(route == \"find\")", then))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:13 No Budget changes: each setting makes another one. "
                                + "Maybe delete the one that is there, and insert the other?");
    }

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

    @Test
    void warnsOfALimitThatIsSetInNoFact() {
        assertThat(Slips.ofConsequence(
                        "$b : Budget(route == \"find\")",
                        "$b.p95Ms(800);\n    insert(new Budget(\"find\").p95Ms(900));"))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:13 This makes another Budget, and nobody sees it: no fact "
                                + "changes. Maybe $b = $b.p95Ms(800), or insert($b.p95Ms(800))?");
    }
}
