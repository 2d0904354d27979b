package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                                + "rules/readiness, where the rule may belong. The facts here are BestShipped, "
                                + "BestShippedCapacity, BoundedLatency, Budget, ");
    }

    @Test
    void refusesToInsertAFindingOfAnotherFolder() {
        String rule = Slips.rule("r", "Release()", "insert(new Failure(null, \"x\", \"y\"));");
        assertThat(Slips.of(Map.of("readiness/a.drl", rule)))
                .containsExactly(
                        "ERROR foreign-kind readiness/a.drl:13 Nobody hears of a fact of the kind Failure that is "
                                + "inserted in rules/readiness: it is of rules/load-gate, where the rule may belong. What is "
                                + "heard here is Blocker, PartPassed, TrustedLabel, Waivable, Waived.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failure\nreason : String", "Blocker\nreason : String", "enum Check\nPASS, FAIL;"})
    void refusesToDeclareAFactThatIsCalledLikeOneOfTheService(String declared) {
        String name = declared.replace("enum ", "").lines().findFirst().orElseThrow();
        String drl = "package shipgate.own\nimport dev.shipgate.decision.Release\ndeclare " + declared + "\nend\n"
                + "rule \"r\" @owner(\"sre\") when Release() then insert(dev.shipgate.loadgate.Check.pass(\"a\", \"b\", 1, 2, \"policy\")); end\n";

        assertThat(Slips.ofWhole(Map.of("load-gate/a.drl", drl)))
                .contains("ERROR foreign-kind load-gate/a.drl:3 The service has a " + name
                        + " of its own, and reads no other. Maybe import that, or another name here?");
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
                "insert(BudgetedRoute.of($metrics, $budget));",
                "insert(made(5));"
            })
    void takesWhatIsReadAndWhatCannotBeTold(String then) {
        assertThat(Slips.ofConsequence("$release : Release() $metrics : RouteMetrics() $budget : Budget()", then))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert($metrics);",
                "insert(new RouteMetrics(\"find\", 1.0, 0.0, 0.0, 0.0, new java.util.HashMap(), new ArrayList()));",
                "RouteMetrics made = null; drools.insert(made);"
            })
    void refusesToInsertWhatOnlyTheEvaluationGives(String then) {
        assertThat(Slips.ofConsequence("$metrics : RouteMetrics()", then))
                .containsExactly(
                        "ERROR foreign-kind load-gate/a.drl:13 No rule may insert a fact of the kind "
                                + "RouteMetrics: it is evidence, and only the evaluation gives it. What rules insert here is "
                                + "Budget, Check, Failure, MetricLimit, NotApplicable, TrustedLabel, Waivable, Waived, Warning.");
    }

    @ParameterizedTest
    @CsvSource({
        "readiness, 'LoadGateResult(true, 0)', loadgate",
        "readiness, 'CapacityResult(\"supported\", true, 5L, 5L)', capacity",
        "capacity, 'Step(1, 50L, 400.0, 0.0, new java.util.HashMap(), java.util.List.of())', capacity",
        "capacity, CallerSustainedSteps(1), capacity",
        "retry-storm, AutoBaseline(), retrystorm",
        "retry-storm, 'CallerBaseline(1.0, 0.01)', retrystorm"
    })
    void refusesItInEachFolder(String folder, String made, String ofPackage) {
        String then = "insert(new dev.shipgate." + ofPackage + "." + made + ");";
        assertThat(Slips.of(Map.of(folder + "/a.drl", Slips.rule("r", "Release()", then))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR foreign-kind " + folder + "/a.drl:13 No rule may insert a fact of the kind "
                        + made.substring(0, made.indexOf('(')) + ": it is evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "capacity, loadgate.Failure, '(null, \"x\", \"y\")', load-gate",
        "capacity, readiness.Blocker, '(\"release\", \"x\", \"y\")', readiness",
        "retry-storm, capacity.ConfirmedCapacity, (), capacity",
        "retry-storm, loadgate.Warning, '(null, \"x\", \"y\")', load-gate"
    })
    void refusesFindingsOfOtherFoldersInEachFolder(String folder, String kind, String arguments, String owner) {
        String then = "insert(new dev.shipgate." + kind + arguments + ");";
        assertThat(Slips.of(Map.of(folder + "/a.drl", Slips.rule("r", "Release()", then))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR foreign-kind " + folder + "/a.drl:13 Nobody hears of a fact of the kind "
                        + kind.replaceFirst(".*\\.", "") + " that is inserted in rules/" + folder + ": it is of rules/"
                        + owner + ", ");
    }

    @Test
    void takesPlainFactsThatRulesOfTheFolderPassOn() {
        assertThat(Slips.of(Slips.rule("a", "Release()", "insert(\"seen\");")
                        + Slips.rule("b", "String(this == \"seen\")", "insert(new Failure(null, \"x\", \"y\"));")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert(true);", "insert($missing.get(0));", "insert(made());"})
    void takesPlainFactsWhereItCannotBeToldWhatIsInserted(String then) {
        assertThat(Slips.of(Slips.rule("a", "RouteMetrics($missing : missing)", then)
                        + Slips.rule("b", "Boolean(this == true)", "insert(new Failure(null, \"x\", \"y\"));")))
                .noneMatch(slip -> slip.contains("There is never a"));
    }

    @Test
    void tellsOfDeclaredFactsThatExtendEachOtherAndThatNoRuleMakes() {
        assertThat(Slips.of("declare Seen extends Heard\nend\ndeclare Heard extends Seen\nend\n"
                        + Slips.rule("a", "Seen()", "insert(new Failure(null, \"x\", \"y\"));")))
                .containsExactly(
                        "WARNING never-made load-gate/a.drl:15 No rule makes a Seen, so this rule never fires. "
                                + "Maybe a rule with insert(new Seen(...))?");
    }

    @Test
    void tellsOfDeclaredFactsThatNoRuleMakes() {
        String declared = "declare Seen\nend\ndeclare Heard extends Seen\nend\n";
        String fails = "insert(new Failure(null, \"x\", \"y\"));";
        assertThat(Slips.of(declared + Slips.rule("a", "Seen()", fails)))
                .containsExactly(
                        "WARNING never-made load-gate/a.drl:15 No rule makes a Seen, so this rule never fires. "
                                + "Maybe a rule with insert(new Seen(...))?");
        assertThat(Slips.of(declared + Slips.rule("a", "Release() not Seen()", fails)))
                .containsExactly(
                        "WARNING never-made load-gate/a.drl:15 No rule makes a Seen, so there is none, always. "
                                + "Maybe a rule with insert(new Seen(...))?");
        assertThat(Slips.of(declared
                        + Slips.rule("a", "Seen()", fails)
                        + Slips.rule("b", "Release()", "Heard heard = new Heard(); insert(heard);")))
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

    @Test
    void knowsThatNobodyHearsOfACount() {
        assertThat(Slips.ofConsequence("accumulate(RouteMetrics(); $n : count())", "insert($n);"))
                .first()
                .asString()
                .startsWith("ERROR foreign-kind load-gate/a.drl:13 Nobody hears of a fact of the kind Long");
        assertThat(Slips.of(Map.of(
                        "readiness/a.drl",
                        "function Failure f() { return new Failure(null, \"x\", \"y\"); }\n"
                                + Slips.rule("r", "CapacityResult()", "insert(f());"))))
                .first()
                .asString()
                .startsWith("ERROR foreign-kind readiness/a.drl:14 Nobody hears of a fact of the kind Failure");
    }
}
