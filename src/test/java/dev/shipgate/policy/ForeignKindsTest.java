package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that nobody gives, and findings that nobody reads. */
class ForeignKindsTest {

    @Test
    void refusesToAskForAFactOfAnotherFolder() {
        assertThat(Slips.ofCondition("Blocker()"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "ERROR foreign-kind load-gate/a.drl:11 There is never a Blocker in rules/load-gate: it is of "
                                + "rules/readiness, where the rule may belong. The facts here are Budget, BudgetedRoute, ");
    }

    @Test
    void refusesToInsertAFindingOfAnotherFolder() {
        String rule = Slips.rule("r", "Release()", "insert(new Failure(null, \"x\", \"y\"));");
        assertThat(Slips.of(Map.of("readiness/a.drl", rule)))
                .containsExactly(
                        "ERROR foreign-kind readiness/a.drl:13 Nobody hears of a fact of the kind Failure that is "
                                + "inserted in rules/readiness: it is of rules/load-gate, where the rule may belong. What is "
                                + "heard here is Blocker, PartPassed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(\"text\");",
                "insert(5);",
                "drools.insertLogical(\"text\");",
                "String text = \"a\" + 1; insert(text);",
                "if (true) { insert(LocalDate.parse(\"2026-11-29\")); }",
                "insert($release.labels());",
                "insert(new Blocker(\"release\", \"x\", \"y\"));"
            })
    void refusesToInsertWhatNobodyReads(String then) {
        assertThat(Slips.ofConsequence("$release : Release()", then))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR foreign-kind load-gate/a.drl:13 Nobody hears of a fact of the kind ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Budget(\"find\").p95Ms(5));",
                "insert(dev.shipgate.loadgate.Check.pass(\"a\", \"b\", 1, 2, \"policy\"));",
                "Failure failure = new Failure(null, \"x\", \"y\"); insert(failure);",
                "insert($release);",
                "insert(BudgetedRoute.of($metrics, $budget));",
                "insert(made(5));"
            })
    void takesWhatIsReadAndWhatCannotBeTold(String then) {
        assertThat(Slips.ofConsequence("$release : Release() $metrics : RouteMetrics() $budget : Budget()", then))
                .isEmpty();
    }

    @Test
    void takesPlainFactsThatRulesOfTheFolderPassOn() {
        assertThat(Slips.of(Slips.rule("a", "Release()", "insert(\"seen\");")
                        + Slips.rule("b", "String(this == \"seen\")", "insert(new Failure(null, \"x\", \"y\"));")))
                .isEmpty();
    }

    @Test
    void takesDeclaredFactsAndTellsOfThoseThatNobodyAsksFor() {
        String declared = "declare Seen\n  count : int\nend\n" + Slips.rule("a", "Release()", "insert(new Seen(1));");
        assertThat(Slips.of(declared))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:16 No rule asks for the Seen that this rule inserts.");
        assertThat(Slips.of(declared + Slips.rule("b", "Seen()", "insert(new Failure(null, \"x\", \"y\"));")))
                .isEmpty();
    }

    @Test
    void takesWhatIsTakenOutOfAFact() {
        assertThat(Slips.ofCondition("RouteMetrics($missing : missing) String(this == \"p95_ms\") from $missing"))
                .isEmpty();
    }
}
