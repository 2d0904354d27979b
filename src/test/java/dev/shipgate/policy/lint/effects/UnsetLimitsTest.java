package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets that set no limit. */
class UnsetLimitsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

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
}
