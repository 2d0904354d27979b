package dev.shipgate.policy.compile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.ParsedDrl;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules over which the compiler would use up the memory of the process are refused before it sees them. */
class BuildBoundsTest {

    private static String many(int count, String between, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining(between));
    }

    private static List<String> diagnostics(String when, String then) {
        String drl = "package test\nimport dev.shipgate.decision.Release\nrule \"large\" when\n" + when + "\nthen\n"
                + then + "\nend\n";
        return ParsedDrl.parse(TestRules.file("load-gate/large.drl", drl)).errors().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static String tooMany(int conditions) {
        return "load-gate/large.drl:3:1: The rule has " + conditions + " conditions, and must have at most 100."
                + " Thirty values behind in count as one. Maybe in (...) in the place of many ||, several rules, or a fact"
                + " for each value? [in rule \"large\"]";
    }

    @Test
    void alternativesOfACondition() {
        assertThat(diagnostics("Release(" + many(2_000, " || ", i -> "version == \"1." + i + "\"") + ")", ""))
                .containsExactly(tooMany(2_001));
    }

    @Test
    void valuesBehindIn() {
        assertThat(diagnostics("Release(version in (" + many(10_000, ", ", i -> "\"1." + i + "\"") + "))", ""))
                .containsExactly(tooMany(335));
    }

    @Test
    void termsOfACondition() {
        assertThat(diagnostics("Integer(" + many(1_000, " && ", i -> "this > 0") + ")", ""))
                .containsExactly(tooMany(1_001));
    }

    @Test
    void conditionsWithoutAName() {
        assertThat(diagnostics("Integer(this > 0" + many(400, "", i -> " || == " + i) + ")", ""))
                .containsExactly(tooMany(402));
    }

    @Test
    void conditionsOneAfterTheOther() {
        assertThat(diagnostics("Integer(" + many(200, ", ", i -> "this > " + i) + ")", ""))
                .containsExactly(tooMany(201));
    }

    @Test
    void patterns() {
        assertThat(diagnostics(many(60, "\n", i -> "Integer(this == " + i + ")"), ""))
                .containsExactly(tooMany(120));
    }

    @Test
    void whatIsInANot() {
        assertThat(diagnostics("not (" + many(60, " and ", i -> "Integer(this == " + i + ")") + ")", ""))
                .containsExactly(tooMany(120));
    }

    @Test
    void functionsOfAnAccumulate() {
        assertThat(diagnostics(
                        "accumulate(Integer($i : this); " + many(200, ", ", i -> "$s" + i + " : sum($i)") + ")", ""))
                .containsExactly(tooMany(203));
    }

    @Test
    void whatACollectTakes() {
        assertThat(diagnostics(
                        "$l : java.util.List() from collect(Integer(" + many(200, ", ", i -> "this > " + i) + "))", ""))
                .containsExactly(tooMany(202));
    }

    @Test
    void termsOfAnEval() {
        assertThat(diagnostics("$i : Integer()\neval(" + many(200, " || ", i -> "$i == " + i) + ")", ""))
                .containsExactly(tooMany(201));
    }

    @Test
    void callsInARow() {
        assertThat(diagnostics(
                        "",
                        "StringBuilder text = new StringBuilder(); text" + many(2_000, "", i -> ".append(1)") + ";"))
                .containsExactly("load-gate/large.drl:6:556: Here are more than 50 calls in a row."
                        + " Maybe several statements?");
    }

    @Test
    void signsInARow() {
        assertThat(diagnostics("Integer(" + "! ".repeat(1_600) + "(this > 1))", ""))
                .first()
                .isEqualTo("load-gate/large.drl:4:9: Here are 20 signs in a row. Leave out those that are not needed.");
    }

    @Test
    void bracketsWithinBrackets() {
        assertThat(diagnostics("", "int a = " + "m(".repeat(11) + "1" + ")".repeat(11) + ";"))
                .containsExactly("load-gate/large.drl:6:30: More than 10 brackets are open here."
                        + " Maybe one was never closed?");
        assertThat(diagnostics("", "int a = " + "m(".repeat(10) + "1" + ")".repeat(10) + ";"))
                .isEmpty();
    }

    @Test
    @Timeout(20)
    void aMistakeWithinBrackets() {
        String mistake =
                "Here, or shortly before, is a mistake within more than 5 open brackets. Maybe a sign is missing or"
                        + " too much? What stands in the innermost brackets can be a variable of its own. [in rule \"large\"]";
        String close = ")".repeat(9);
        assertThat(diagnostics("", "int a = " + "m(".repeat(9) + "1 + " + close + ";"))
                .containsExactly("load-gate/large.drl:6:29: " + mistake);
        assertThat(diagnostics("", "insert(" + "m(".repeat(8) + "\"a\" \"b\"" + close + ");"))
                .containsExactly("load-gate/large.drl:6:24: " + mistake);
        assertThat(diagnostics("", "int a = 1;\nint b = " + "(int) m(".repeat(9) + "1 +" + close + ";"))
                .containsExactly("load-gate/large.drl:7:83: " + mistake);
        assertThat(diagnostics(
                        "accumulate(Integer($i : this), init(int a = 0;), action(a += " + "m(".repeat(7) + "1 1"
                                + ")".repeat(7) + ";), reverse(), result(a))",
                        ""))
                .hasSize(1);
    }

    @Test
    void bracketsWithoutAMistakeAreFine() {
        assertThat(diagnostics("", "if (a) { for (int i = 0; i < 3; i++) { insert(m(m(m(m(i))))) } }"))
                .isEmpty();
        assertThat(diagnostics("", "if (a) { modify($m) { setA(m(m(m(m(1))))), setB(m(2)) } }"))
                .isEmpty();
        assertThat(diagnostics("", "f(switch (a) { case 1 -> m(m(m(m(1)))); default -> { yield 2; } });"))
                .isEmpty();
    }

    @Test
    void lambdasWithinLambdas() {
        String tooMany = "More than 3 lambdas are open here. Maybe a function for the inner?";
        assertThat(diagnostics("", "m(() -> m(() -> m(() -> m(() -> 1))));"))
                .containsExactly("load-gate/large.drl:6:31: " + tooMany);
        assertThat(diagnostics("", "f = a -> b -> c -> d -> 1;"))
                .containsExactly("load-gate/large.drl:6:23: " + tooMany);
        assertThat(diagnostics("", "m(() -> { return m(() -> { return m(x -> { return m(y -> 1); }); }); });"))
                .containsExactly("load-gate/large.drl:6:56: " + tooMany);
    }

    @Test
    void lambdasOneAfterTheOtherAreFine() {
        assertThat(diagnostics("", "a.map(x -> { return x; }).map(y -> y).map(z -> z).map(w -> m(v -> m(u -> u)));"))
                .isEmpty();
        assertThat(diagnostics("", "m(x -> 1, x -> 2, x -> 3, x -> 4);")).isEmpty();
        assertThat(diagnostics("", "while (i --> 0) { while (j --> 0) { while (k --> 0) { while (l --> 0) {} } } }"))
                .isEmpty();
    }

    @Test
    void branchesOfASwitchAreFine() {
        assertThat(diagnostics(
                        "",
                        "switch (a) { case 1 -> b(); case 2 -> c(); case 3 -> { d(); } case 4 -> { e(); }"
                                + " case 5 -> { f(); } default -> { g(); } }"))
                .isEmpty();
    }

    @Test
    void typesWithinTypes() {
        assertThat(diagnostics("", "Object o = " + "List<".repeat(12) + "A" + ">".repeat(12) + ";"))
                .containsExactly("load-gate/large.drl:6:16: Here are 12 signs < in a row. Maybe a type of your own?");
        assertThat(diagnostics("", "Map<String, Map<String, List<Set<String>>>> o = null;"))
                .isEmpty();
    }

    @Test
    void aListOfThousandsOfValuesIsFine() {
        assertThat(diagnostics("Release(version in (" + many(2_000, ", ", i -> "\"a && b || " + i + "\"") + "))", ""))
                .isEmpty();
    }

    @Test
    void manyArgumentsWithCallsAreFine() {
        assertThat(diagnostics("", "insert(java.util.List.of(" + many(200, ", ", i -> "\"a\".trim().strip()") + "));"))
                .isEmpty();
    }

    @Test
    void charactersOfARule() {
        assertThat(diagnostics("Release()", "int a = 1;\n".repeat(10_000)))
                .containsExactly("load-gate/large.drl:3:1: The rule has more than 100000 characters."
                        + " Maybe several rules? [in rule \"large\"]");
    }

    @Test
    void charactersOfAFunction() {
        String function = "package test\nfunction int large() {\n" + "int a = 1;\n".repeat(10_000) + "return 1;\n}\n";

        assertThat(ParsedDrl.parse(TestRules.file("load-gate/large.drl", function))
                        .errors())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "load-gate/large.drl:2:1: The function has more than 100000 characters. Maybe several functions?");
    }

    @Test
    void lettersOfAWord() {
        assertThat(diagnostics("Release() // " + "a".repeat(1_001), ""))
                .containsExactly("load-gate/large.drl:4:14: Here is a word of more than 1000 letters, digits and dots. "
                        + "Maybe a blank is missing, or this is no text for a rule?");
    }

    @Test
    void errorsOfTheParserThatAreExplained() {
        String drl = "package test\n" + many(150, "\n", i -> "rule \"r" + i + "\" when Release(a b) then end");

        assertThat(ParsedDrl.parse(TestRules.file("load-gate/large.drl", drl)).errors())
                .hasSize(101)
                .last()
                .hasToString("load-gate/large.drl: More may follow when these are mended.");
    }

    @Test
    void termsOfASum() {
        assertThat(diagnostics("Release()", "int a = 1; int b = " + many(1_002, " + ", i -> "a") + ";"))
                .containsExactly("load-gate/large.drl:6:1: Here are more than 1000 signs between terms in a row."
                        + " Maybe several statements?");
    }

    @Test
    void castsInARow() {
        assertThat(diagnostics("Release()", "int a = " + "(int) ".repeat(51) + "(1);"))
                .containsExactly(
                        "load-gate/large.drl:6:313: Here are more than 50 calls in a row. Maybe several statements?");
    }
}
