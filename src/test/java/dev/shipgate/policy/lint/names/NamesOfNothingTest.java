package dev.shipgate.policy.lint.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in conditions that nothing has for a name, which the compiler takes behind some operators. */
class NamesOfNothingTest {

    private static final String FILE = "load-gate/a.drl";
    private static final String HEAD = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.Check
            import dev.shipgate.loadgate.Failure
            import dev.shipgate.loadgate.RouteMetrics
            import java.util.List
            """;

    private static List<String> errors(String rules) {
        return Slips.ofWhole(Map.of(FILE, HEAD + rules)).stream()
                .filter(slip -> slip.startsWith("ERROR"))
                .map(slip -> slip.replace("ERROR no-such-name " + FILE + ":", ""))
                .toList();
    }

    private static List<String> errorsOfCondition(String when) {
        return errors(Slips.rule("r", when, "insert(new Failure(null, \"x\", \"y\"));"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Release(environment in (production))                      | production
            Release(environment not in ("staging", production))       | production
            Release(service in (voice-agent))                         | voice-agent
            Release(environment in (eu.west))                         | eu.west
            Release(environment memberOf production)                  | production
            Release(environment str[startsWith] prod)                 | prod
            Release(environment matches prod)                         | prod
            Release(labels["track"] in (canary))                      | canary
            Release(labels[track] == "canary")                        | track
            Release(labels.containsKey(track))                        | track
            Release(environment == production)                        | production
            RouteMetrics(missing contains p95_ms)                     | p95_ms
            RouteMetrics(route.startsWith(book))                      | book
            RouteMetrics(others[ttft] > 300)                          | ttft
            Release($e : environment) eval($e == production)          | production
            not Release(environment in (production))                  | production
            exists Release(environment in (production))               | production
            accumulate(Release(environment in (production)); $n : count(1); $n > 0) | production
            $l : List() from collect(RouteMetrics(route in (find)))   | find
            """)
    void areTextsWithoutQuotes(String when, String word) {
        assertThat(errorsOfCondition(when))
                .containsExactly("8 Nothing is called " + word + " here. Maybe \"" + word + "\" in quotes?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RouteMetrics(p95Ms > limit * 2)    | limit | `A fact or a field gets its name in when, such as $p95 : p95Ms.`
            RouteMetrics(p95Ms in (fast))      | fast  | `A fact or a field gets its name in when, such as $p95 : p95Ms.`
            RouteMetrics(route in ($route))    | $route | `A fact or a field gets its name in when, such as $p95 : p95Ms.`
            Check(outcome in (FAIL))           | FAIL  | Maybe Check.Outcome.FAIL?
            RouteMetrics(metrics.p95Ms > 8)    | metrics.p95Ms | Maybe p95Ms?
            """)
    void areNumbersAndValuesToo(String when, String word, String hint) {
        assertThat(errorsOfCondition(when)).containsExactly("8 Nothing is called " + word + " here. " + hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release($e : environment) RouteMetrics(route in ($e, \"b\"))",
                "Release(e : environment) Release(environment in (e))",
                "RouteMetrics(route in (List.of(\"a\")))",
                "RouteMetrics($r : route, missing contains $r)",
                "RouteMetrics(missing.size > 0, missing.stream().anyMatch(m -> m.length() > 3))",
                "Check(outcome in (Check.Outcome.FAIL, dev.shipgate.loadgate.Check.Outcome.PASS))",
                "RouteMetrics() if (p95Ms > 5) do[slow]",
                "Level(name in (other, \"b\"))"
            })
    void areNotWhatIsGivenImportedOrAField(String when) {
        String declared = "declare Level\n    name : String\n    other : String\nend\n";
        assertThat(errors(declared
                        + Slips.rule("r", when, "insert(new Failure(null, \"x\", \"y\"));")
                                .replace("end\n", "then[slow]\n    insert(new Level(\"a\", \"b\"));\nend\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RouteMetrics(route : "find") | "find" | route
            RouteMetrics($p : 800)       | 800    | $p
            """)
    void areNotGivenToValues(String when, String value, String name) {
        assertThat(errorsOfCondition(when))
                .containsExactly("ERROR no-condition load-gate/a.drl:8 This gives " + value + " the name " + name
                        + ", and asks for nothing. Maybe " + name + " == " + value + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is $p95.", "It is ${p95}."})
    void stayAsTheyAreWithinATextOfAConsequence(String text) {
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($p95 : p95Ms)",
                        "insert(new Failure(null, \"slow\",\n        \"" + text + "\"));"))
                .singleElement()
                .asString()
                .startsWith("WARNING name-in-text load-gate/a.drl:14 Within a text ")
                .endsWith(" stays as it is written. Maybe \"...\" + $p95?");
        assertThat(Slips.ofConsequence("Release()", "insert(new Failure(null, \"slow\", \"It costs $5.\"));"))
                .isEmpty();
    }

    @Test
    void areNotThoseThatARuleGivesWhichIsExtended() {
        String fails = "insert(new Failure(null, \"x\", \"y\"));";
        assertThat(errors(Slips.rule("parent", "Release($e : environment)", fails)
                        + Slips.rule("child", "RouteMetrics(route in ($e))", fails)
                                .replace("rule \"child\"", "rule \"child\" extends \"parent\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void areNotThoseThatARuleOfAnotherFileGivesWhichIsExtended(int linesBefore) {
        String fails = "insert(new Failure(null, \"x\", \"y\"));";
        String parent = Slips.rule("parent", "Release($e : environment)", fails);
        String child = Slips.rule("child", "RouteMetrics(route in ($e))", fails)
                .replace("rule \"child\"", "rule \"child\" extends \"parent\"");
        assertThat(Slips.ofWhole(Map.of(
                        FILE,
                        HEAD + child,
                        "load-gate/b.drl",
                        HEAD + "// So many lines.\n".repeat(linesBefore) + parent)))
                .noneMatch(slip -> slip.startsWith("ERROR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check(outcome in (\"fail\"))",
                "Check(outcome memberOf \"fail\")",
                "Check(outcome.equals(\"fail\"))",
                "Check($o : outcome) eval($o == \"fail\")"
            })
    void aTextIsNoFixedValue(String when) {
        assertThat(errorsOfCondition(when))
                .singleElement()
                .asString()
                .startsWith("ERROR no-such-value load-gate/a.drl:8 ")
                .endsWith(" is no text, but one of PASS, FAIL, NOT_EVALUATED, NOT_APPLICABLE of Check.Outcome. Maybe "
                        + "Check.Outcome.FAIL for \"fail\"?");
    }
}
