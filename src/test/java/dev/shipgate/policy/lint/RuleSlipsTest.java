package dev.shipgate.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and names that are not what they read like. */
class RuleSlipsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfATextThatDiffersALittleFromThatOfAnotherRule() {
        assertThat(Slips.of(Map.of(
                        "load-gate/a.drl", Slips.rule("a", "Release(environment == \"Production\")", FAILS),
                        "load-gate/b.drl", Slips.rule("b", "Release(environment == \"production\")", FAILS),
                        "readiness/c.drl",
                                Slips.rule(
                                        "c",
                                        "Release(environment == \"production\")",
                                        "insert(new Blocker(\"release\", \"x\", \"y\"));"))))
                .containsExactly(
                        "WARNING differs-a-little load-gate/a.drl:11 The environment is \"Production\" here and "
                                + "\"production\" in load-gate/b.drl:11. Maybe the same is meant?");
    }

    @Test
    void warnsOfARouteThatDiffersALittle() {
        String budget = "insert(new Budget(\"%s\").p95Ms(5));";
        assertThat(Slips.of(Slips.rule("a", "RouteMetrics(route == \"book_table\")", FAILS)
                        + Slips.rule("b", "Release()", budget.formatted("book_table"))
                        + Slips.rule("c", "Release()", budget.formatted("Book-table"))
                        + Slips.rule("d", "Release()", budget.formatted("book_tables"))))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:23 The route is \"Book-table\" here and "
                        + "\"book_table\" in load-gate/a.drl:11. Maybe the same is meant?");
    }

    @Test
    void warnsOfALimitThatIsLooserThanThatOfAllReleases() {
        String all = Slips.rule(
                "all", "Release(service == \"a\")", "insert(new Budget(\"find\").p95Ms(250).errorRate(0.01));");
        String canary = "Release(service == \"a\", labels[\"track\"] == \"canary\")";
        assertThat(Slips.of(all
                        + Slips.rule("canary", canary, "insert(new Budget(\"find\").p95Ms(400).errorRate(0.001));")))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:18 This limit of 400 for p95Ms of find never holds: "
                                + "the rule \"all\" gives 250 for these releases too, and of two limits the stricter holds. Maybe "
                                + "leave these releases out there?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service == "a"                        | insert(new Budget("find").p95Ms(200));
            service == "a"                        | insert(new Budget("find").p95Ms(250));
            service == "a"                        | insert(new Budget("rank").p95Ms(400));
            service == "b"                        | insert(new Budget("find").p95Ms(400));
            service in ("a", "b")                 | insert(new Budget("find").p95Ms(400));
            """)
    void takesLimitsThatMayHold(String release, String then) {
        assertThat(Slips.of(Slips.rule("all", "Release(service == \"a\")", "insert(new Budget(\"find\").p95Ms(250));")
                        + Slips.rule("own", "Release(" + release + ")", then)))
                .isEmpty();
        assertThat(Slips.of(Slips.rule(
                                "some",
                                "Release(service == \"a\")\n    RouteMetrics(route == \"find\")",
                                "insert(new Budget(\"find\").p95Ms(250));")
                        + Slips.rule("own", "Release(" + release + ")", then)))
                .isEmpty();
    }

    @Test
    void refusesFunctionsThatACallDoesNotTellApart() {
        String function = "function Budget budget(String route, %s p95Ms) { return new Budget(route).p95Ms(p95Ms); }\n";
        String calls = Slips.rule("%s", "Release()", "insert(budget(\"find\", 800));");
        for (String type : List.of("double", "int")) {
            assertThat(Slips.of(Map.of(
                            "load-gate/a.drl", function.formatted("double") + calls.formatted("a"),
                            "load-gate/b.drl", calls.formatted("b") + function.formatted(type))))
                    .containsExactly("ERROR same-name load-gate/b.drl:15 The function budget is there already, in "
                            + "load-gate/a.drl:10. The files of a folder have their functions in common, so nobody could tell "
                            + "which of the two a rule calls. Maybe another name? Or leave this one out: rules here may call "
                            + "that one.");
        }
        assertThat(Slips.of(function.formatted("double") + function.formatted("int") + calls.formatted("a")))
                .isEmpty();
        assertThat(Slips.of(function.formatted("int") + function.formatted("int") + calls.formatted("a")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Release one,RouteMetrics one,false",
        "String one,double one,false",
        "'String one, Release other','String one, RouteMetrics other',false",
        "String one,'String one, String other',false",
        "Release one,Release one,true",
        "'Release one, int other','Release one, Double other',true",
        "Release one,Object one,true",
        "double one,Object one,true",
        "CharSequence one,String one,true"
    })
    void refusesFunctionsOfTwoFilesOnlyIfBothTakeTheSameValues(String one, String other, boolean refused) {
        String function = "function String told(%s) { return \"x\"; }\n";
        String rule = Slips.rule("%s", "Release()", "insert(new Failure(null, \"x\", \"y\"));");
        assertThat(Slips.of(Map.of(
                        "load-gate/a.drl", function.formatted(one) + rule.formatted("a"),
                        "load-gate/b.drl", function.formatted(other) + rule.formatted("b"))))
                .filteredOn(slip -> slip.startsWith("ERROR same-name"))
                .hasSize(refused ? 1 : 0);
    }

    /** Where the compiler took the wrong one the call would not be compiled. */
    @Test
    void leavesItToTheCompilerToTellFunctionsOfOtherTypesApart() throws Exception {
        String file = """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure
                import dev.shipgate.loadgate.RouteMetrics
                function String told(%1$s one) { return "It is " + one; }
                rule "own %1$s" when $one : %1$s() then insert(new Failure(null, "x", told($one))); end
                rule "other %1$s" when $one : %2$s() then insert(new Failure(null, "x", told($one))); end
                """;
        FolderCompiler.compile(List.of(
                TestRules.file("load-gate/a.drl", file.formatted("Release", "RouteMetrics")),
                TestRules.file("load-gate/b.drl", file.formatted("RouteMetrics", "Release"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prodution", "productiom", "producction", "prodcution", "Prodution", "eu-prodution"})
    void warnsOfATextThatIsOneLetterApartFromAnother(String misspelt) {
        String meant = misspelt.startsWith("eu-") ? "eu-production" : "production";
        assertThat(ofServices(meant, meant, misspelt))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:21 The service is \"" + misspelt
                        + "\" here and \"" + meant + "\" in load-gate/a.drl:11. Maybe the same is meant?");
    }

    @ParameterizedTest
    @CsvSource({
        "r1,r2",
        "v1/find,v2/find",
        "search1,search2",
        "prod,prof",
        "order,orders",
        "order-items,orders-items",
        "group-a,group-b",
        "us-east,us-west"
    })
    void takesTextsThatAreMeantToDifferByOneLetter(String often, String once) {
        assertThat(ofServices(often, often, once)).isEmpty();
    }

    @Test
    void takesTextsOneLetterApartOfWhichNoneIsWrittenMoreOften() {
        assertThat(ofServices("production", "prodution")).isEmpty();
        assertThat(ofServices("upload", "upload", "unload", "unload")).isEmpty();
    }

    @Test
    void warnsOfAWordInLettersOfAnotherAlphabetThatLookAlike() {
        assertThat(ofServices("coco", "coco", "\u0441\u043E\u0441\u043E"))
                .containsExactly("WARNING differs-a-little load-gate/a.drl:21 The service is "
                        + "\"\u0441\u043E\u0441\u043E\" here and \"coco\" in load-gate/a.drl:11. They have letters of "
                        + "different alphabets, which look alike. Maybe the same is meant?");
        assertThat(ofServices("\u0412\u0425\u041E\u0414", "\u0412\u0445\u043E\u0434"))
                .hasSize(2);
    }

    @Test
    void findsVariantsAmongManyTextsInTimeThatGrowsWithThem() {
        String[] services = IntStream.range(0, 1 << 12)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "a" : "A")
                        .collect(Collectors.joining()))
                .toArray(String[]::new);
        String rules = Stream.of(0, 1)
                .map(half -> Arrays.stream(services, half << 11, (half + 1) << 11)
                        .map(service -> "\"" + service + "\"")
                        .collect(Collectors.joining(",\n", "Release(service in (", "))")))
                .map(condition -> Slips.rule("r" + condition.hashCode(), condition, FAILS))
                .collect(Collectors.joining());
        assertThat(Slips.of(rules)).hasSize(services.length);
    }

    @ParameterizedTest
    @CsvSource({
        "latency,p95_ms",
        "errors,error_rate",
        "cost_without_quality_gain,cost_per_success",
        "p95Ms,p95_ms",
        "errorRate,error_rate",
        "costPerSuccess,cost_per_success",
        "taskSuccessDelta,task_success_delta"
    })
    void warnsOfTheNameOfACheckWhereThatOfAMetricIsMeant(String check, String metric) {
        assertThat(Slips.ofConsequence("Release()", notApplicable(check)))
                .containsExactly("WARNING no-such-value load-gate/a.drl:13 \"" + check
                        + "\" means nothing as metric. Maybe \"" + metric + "\"?");
        assertThat(Slips.ofConsequence("Release()", notApplicable(metric))).isEmpty();
    }

    private static String notApplicable(String metric) {
        return "insert(new dev.shipgate.loadgate.NotApplicable(\"find\", \"" + metric + "\", \"It is free.\"));";
    }

    private static List<String> ofServices(String... services) {
        return Slips.of(IntStream.range(0, services.length)
                .mapToObj(i -> Slips.rule("r" + i, "Release(service == \"" + services[i] + "\")", FAILS))
                .collect(Collectors.joining()));
    }

    @Test
    void warnsOfATextThatNoFactHas() {
        assertThat(Slips.ofCondition("Release(environment == \"production \")"))
                .containsExactly(
                        "WARNING no-such-value load-gate/a.drl:11 \"production \" has a blank at an end. Maybe "
                                + "\"production\"?");
        assertThat(Slips.ofCondition("Release(environment == \"pr\u043Eduction\")"))
                .containsExactly("WARNING no-such-value load-gate/a.drl:11 \"pr\u043Eduction\" has letters of several "
                        + "alphabets (Cyrillic, Latin), which look alike. Maybe one of them came in by mistake?");
        assertThat(Slips.of(Map.of(
                        "readiness/a.drl",
                        Slips.rule(
                                "r",
                                "CapacityResult(outcome == \"supportd\")",
                                "insert(new Blocker(\"capacity\", \"x\", \"y\"));"))))
                .containsExactly("WARNING no-such-value readiness/a.drl:11 No outcome is \"supportd\". Maybe one of "
                        + "supported, at_least, unconfirmed, none?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(environment == \"production\", service == \"Production\") Release(service == \"\u043F\u043E\u0438\u0441\u043A\")",
                "Release(labels[\"a\"] == \"x\") Release(labels[\"b\"] == \"X\")",
                "RouteMetrics(route == \"v1/find\") RouteMetrics(route == \"v2/find\")"
            })
    void takesTextsThatDifferMore(String when) {
        assertThat(Slips.ofCondition(when)).isEmpty();
    }

    @Test
    void refusesTwoRulesOfOneNameWhereverTheyAre() {
        String both = Slips.rule("a", "Release()", FAILS) + Slips.rule("a", "Release()", FAILS);
        assertThat(Slips.of(both))
                .containsExactly(
                        "ERROR same-name load-gate/a.drl:15 The rule in load-gate/a.drl:10 has this name too, and "
                                + "answers, records and tests tell rules by their names. Maybe another name?");
        assertThat(Slips.of(Map.of(
                        "load-gate/b.drl", Slips.rule("a", "Release()", FAILS),
                        "readiness/a.drl",
                                Slips.rule("a", "Release()", "insert(new Blocker(\"release\", \"x\", \"y\"));"))))
                .containsExactly(
                        "ERROR same-name readiness/a.drl:10 The rule in load-gate/b.drl:10 has this name too, and "
                                + "answers, records and tests tell rules by their names. Maybe another name?");
    }

    @Test
    void refusesAttributesThatKeepARuleFromBeingHeard() {
        String rule = "rule \"r\" @owner(\"sre\")\n    %s\nwhen\n    Release()\nthen\n    " + FAILS + "\nend\n";
        assertThat(Slips.of(rule.formatted("enabled false")))
                .containsExactly(
                        "ERROR attribute load-gate/a.drl:11 The attribute enabled keeps a rule from being heard, "
                                + "and nobody sees that. A rule that is not wanted is taken out.");
        assertThat(Slips.of(rule.formatted("lock-on-active true"))).hasSize(1);
        assertThat(Slips.of("lock-on-active true\n" + rule.formatted("salience 5")))
                .hasSize(1);
        assertThat(Slips.of(rule.formatted("enabled true lock-on-active false no-loop true salience 5")))
                .isEmpty();
    }

    @Test
    void takesQueriesAsWhatTheyAre() {
        assertThat(Slips.of("query \"slow\" RouteMetrics(p95Ms > 800) end\n" + Slips.rule("r", "slow()", FAILS)))
                .isEmpty();
    }
}
