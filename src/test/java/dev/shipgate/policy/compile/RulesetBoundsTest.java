package dev.shipgate.policy.compile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.ParsedDrl;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many small files are refused like one large rule, before the compiler sees them. */
class RulesetBoundsTest {

    private static final String HEAD = "package test\n";

    private static String lines(int count, IntFunction<String> line) {
        return HEAD + IntStream.range(0, count).mapToObj(line).collect(joining("\n"));
    }

    private static List<String> violations(String load, String storm) {
        return RulesetBounds.violations(new TreeMap<>(Map.of(
                        "load-gate", List.of(ParsedDrl.parse(TestRules.file("load-gate/a.drl", load))),
                        "retry-storm", List.of(ParsedDrl.parse(TestRules.file("retry-storm/b.drl", storm))))))
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static String small(int rule) {
        return "rule \"r" + rule + "\" when String() then end";
    }

    @Test
    void takesAsManyRulesAsThereMayBe() {
        assertThat(violations(lines(1_200, RulesetBoundsTest::small), lines(800, RulesetBoundsTest::small)))
                .isEmpty();
    }

    @Test
    void refusesTooManyRulesOverAllFolders() {
        assertThat(violations(lines(1_200, RulesetBoundsTest::small), lines(850, RulesetBoundsTest::small)))
                .containsExactly("retry-storm/b.drl:802:1: All rule files together have 2050 rules, and must have at"
                        + " most 2000. The first beyond them is here. Maybe one rule with a row for each route in the"
                        + " place of many rules? [in rule \"r800\"]");
    }

    @Test
    void refusesTooManyConditionsOverAllRules() {
        IntFunction<String> rule = i -> "rule \"r" + i + "\" when String("
                + IntStream.range(0, 90).mapToObj(j -> "this != \"" + j + "\"").collect(joining(", ")) + ") then end";
        assertThat(violations(lines(60, rule), lines(60, rule)))
                .containsExactly("retry-storm/b.drl:51:1: All rule files together have 10920 conditions, and must have"
                        + " at most 10000. The first beyond them is here. Maybe in (...) in the place of many ||, or a"
                        + " row for each route in the place of many rules? [in rule \"r49\"]");
    }

    @Test
    void refusesTooManyDeclaredTypes() {
        assertThat(violations(
                        lines(150, i -> "declare A" + i + " x : int end"), lines(60, i -> "declare B" + i + " end")))
                .containsExactly("retry-storm/b.drl:52:1: All rule files together have 210 declared types, and must"
                        + " have at most 200. The first beyond them is here. Maybe one type with one more field?");
    }

    @Test
    void refusesTooManyFieldsOfDeclaredTypes() {
        String large = lines(
                20,
                i -> "declare A" + i
                        + IntStream.range(0, 101)
                                .mapToObj(j -> " x" + j + " : int")
                                .collect(joining()) + " end");
        assertThat(violations(large, HEAD))
                .containsExactly("load-gate/a.drl:21:1: All rule files together have 2020 fields of declared types, and"
                        + " must have at most 2000. The first beyond them is here. Maybe a map in one field?");
    }

    @Test
    void refusesTooManyFunctions() {
        assertThat(violations(lines(501, i -> "function int f" + i + "() { return 1; }"), HEAD))
                .containsExactly("load-gate/a.drl:502:1: All rule files together have 501 functions, and must have at"
                        + " most 500. The first beyond them is here. Maybe one function with one more parameter?");
    }

    @Test
    void refusesTooManyQueries() {
        assertThat(violations(HEAD, lines(201, i -> "query \"q" + i + "\" String() end")))
                .containsExactly("retry-storm/b.drl:202:1: All rule files together have 201 queries, and must have at"
                        + " most 200. The first beyond them is here. Maybe conditions in the rules that ask for them?"
                        + " [in rule \"q200\"]");
    }

    @Test
    void refusesTooMuchTextBeforeItIsParsed() {
        String half = "// " + "x".repeat(600_000) + "\n";
        assertThat(RulesetBounds.violationOfText(List.of(
                        TestRules.file("load-gate/a.drl", half), TestRules.file("load-gate/b.drl", "\n" + half))))
                .map(Diagnostic::toString)
                .hasValue("load-gate/b.drl:2:1: All rule files together have 1200009 characters, and must have at most"
                        + " 1048576. The first beyond them is here. Maybe a row for each route in the place of many"
                        + " rules?");
        assertThat(RulesetBounds.violationOfText(List.of(TestRules.file("load-gate/a.drl", half))))
                .isEmpty();
    }
}
