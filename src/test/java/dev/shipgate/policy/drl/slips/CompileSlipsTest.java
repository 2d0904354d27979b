package dev.shipgate.policy.drl.slips;

import static dev.shipgate.policy.drl.slips.ToldSlips.RULE;
import static dev.shipgate.policy.drl.slips.ToldSlips.WARNS;
import static dev.shipgate.policy.drl.slips.ToldSlips.assertTold;

import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in conditions and consequences are told at their place, with a suggested correction. */
@BesideOthers
@Lengthy
class CompileSlipsTest {

    private static final int CONDITIONS = 10;
    private static final int CONSEQUENCE = 12;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Release(service == "a" or service == "b")        | 24 | or is written ||.
            Release(service == "a" OR service == "b")        | 24 | or is written ||.
            Release(service == "a" and version == "b")       | 24 | and is a comma or &&.
            Release(service == "a" AND version == "b")       | 24 | and is a comma or &&.
            Release(service == "a") AND RouteMetrics()       | 25 | small letters, or left out: two lines mean and.
            RouteMetrics(p95Ms between 1 and 8)              | 20 | Maybe two conditions, such as p95Ms >= 100, p95Ms <= 800?
            Release(service === "a")                         | 17 | Maybe == for ===?
            Release(service = "a")                           | 17 | Maybe == to compare, or : to give it a name?
            RouteMetrics(p95Ms => 8)                         | 20 | Maybe >= for =>?
            Release(service <> "a")                          | 17 | Maybe != for <>?
            Release(service is "a")                          | 17 | Maybe ==?
            Release(service like "a%")                       | 17 | Maybe str[startsWith] "...", or service.matches("...")?
            Release(service in "a", "b")                     | 17 | Maybe in ("...", "...")?
            Release(not service == "a")                      | 9  | not is written !=
            Release(service == "a") # ours                   | 25 | A comment begins with //.
            -- ours                                          | 1  | A comment begins with //.
            RouteMetrics(errorRate > 1%)                     | 26 | Maybe 0.01 for 1 %?
            RouteMetrics(errorRate > 0,01)                   | 26 | Maybe 0.01?
            RouteMetrics(p95Ms > 1,800)                      | 22 | Maybe 1800?
            RouteMetrics(p95Ms > 800ms)                      | 22 | A number has no unit. Maybe 800?
            Check(outcome == "fail")                         | 7  | Maybe outcome == Check.Outcome.FAIL?
            Check(outcome == FAIL)                           | 7  | Maybe outcome == Check.Outcome.FAIL?
            Budget(p95Ms > 800)                              | 8  | Maybe p95Ms != null, p95Ms.value > 800?
            Budget(route == "a", 800 < p95Ms)                | 28 | Maybe p95Ms != null, 800 < p95Ms.value?
            Release(environment == production)               | 24 | Maybe "production" in quotes?
            Release(service == voice-agent)                  | 20 | Maybe "voice-agent" in quotes?
            Release(labels["track"] == canary)               | 28 | Maybe "canary" in quotes?
            Check(lowerLimit == True)                        | 21 | Maybe true?
            RouteMetrics(p95Ms == None)                      | 23 | Maybe null?
            RouteMetrics($x : p95Ms, errorRate > x)          | 38 | Maybe $x?
            RouteMetrics($x : p95Ms, errorRate > limit)      | 38 | its name in when, such as $p95 : p95Ms.
            RouteMetrics($limit : p95Ms, errorRate > $limt)  | 30 | Maybe $limit?
            RouteMetrics(p95Ms > errorRat)                   | 22 | Maybe errorRate?
            RouteMetrics(800 < p95Ms <= 900)                 | 14 | Maybe p95Ms > 800, p95Ms <= 900?
            Check(outcome == Check.Outcome.FAILED)           | 32 | Maybe Check.Outcome.FAIL?
            Check(outcome == Outcome.FAIL)                   | 7  | Maybe outcome == Check.Outcome.FAIL?
            RouteMetrics(ttft_p95_ms > 300)                  | 14 | Maybe others["ttft_p95_ms"], which is null where
            RouteMetrics(cost_per_success > 300)             | 14 | Maybe costPerSuccess?
            Release(track == "canary")                       | 9  | Maybe labels["track"], which is null where
            RouteMetrics(getRoute() == "a")                  | 14 | Maybe route?
            Release(version matches "v[0-9]+")               | 9  | Maybe version != null && version.matches("v[0-9]+")?
            Release(version not matches "v")                 | 9  | Maybe version != null && !version.matches("v")?
            Release(service =~ "sea.*")                      | 17 | Maybe service != null && service.matches("sea.*")?
            Release(service ~ "sea.*")                       | 17 | Maybe service != null && service.matches("sea.*")?
            RouteMetrics(p95Ms > 1 500)                      | 22 | Maybe 1500?
            RouteMetrics(p95Ms > .8s)                        | 22 | Maybe 800, in milliseconds?
            RouteMetrics(p95Ms > 2s)                         | 22 | Maybe 2000, in milliseconds?
            RouteMetrics(p95Ms > 800 ms)                     | 22 | Maybe 800?
            RouteMetrics(p95Ms > 800.5.1)                    | 22 | A number has one point
            Release(), RouteMetrics()                        | 10 | Between two facts stands no comma
            @owner("sre") Release()                          | 1  | An annotation such as @owner stands before when.
            salience 10 Release()                            | 1  | salience stands before when.
            Release() else RouteMetrics()                    | 11 | There is no else in when.
            Release(service == "a" version == "b")           | 24 | Maybe a comma is missing before version?
            Release(service == "a", )                        | 23 | Maybe this comma is one too many?
            Release(service == "a"                           | 8  | This bracket is never closed.
            Release(service == "a"))                         | 24 | This bracket closes none.
            Release(service == "a" & version == "b")         | 24 | Maybe && for &?
            MetricLimit(limit > 8)                           | 1  | Maybe import dev.shipgate.loadgate.MetricLimit?
            RouteMetrics(p95Ms > $limit)                     | 14 | Maybe $limit : limit in when?
            service == "a"                                   | 9  | A condition stands between the brackets of a fact.
            RouteMetrics[p95Ms > 800]                        | 13 | Maybe RouteMetrics(...)?
            RouteMetrics p95Ms > 800                         | 14 | Maybe RouteMetrics(...)?
            RouteMetrics(p95Ms not > 800)                    | 20 | Not more is written <=
            RouteMetrics(p95Ms !> 800)                       | 20 | Not more is written <=
            RouteMetrics(route.name == "find")               | 20 | There is no field name in a text.
            Release(service)                                 | 9  | Maybe service != null, or service == ...?
            Release(labels contains "track")                 | 9  | Maybe labels["track"] != null?
            Release(service == "a" ? true : false)           | 24 | There is no ? in when.
            if Release(service == "a")                       | 1  | There is no if in when.
            Release(service == “a”)                          | 20 | Maybe "?
            Release(service == "a"; version == "b")          | 23 | Maybe , for ;?
            accumulate(RouteMetrics(), $n : count(), $n > 2) | 45 | Maybe accumulate(RouteMetrics(...); $n : count(); $n > 2)?
            if (p95Ms > 800)                                 | 1  | such as RouteMetrics(p95Ms > 800).
            RouteMetrics(others[ttft_p95_ms] > 800)          | 14 | Maybe others["ttft_p95_ms"]?
            RouteMetrics(others("ttft_p95_ms") > 800)        | 14 | Maybe others["ttft_p95_ms"]?
            Release(labels("track") == "canary")             | 9  | Maybe labels["track"]?
            """)
    void aSlipInAConditionIsToldAtItsPlace(String condition, int column, String hint) {
        assertTold(RULE.formatted(condition, WARNS), CONDITIONS, column, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            insert(Budget("a").p95Ms(8));                    | 8  | Maybe new Budget(...)?
            insert(Warning(null, "a", "b"));                 | 8  | Maybe new Warning(...)?
            add(new Warning(null, "a", "b"));                | 1  | Maybe insert(...)?
            Insert(new Warning(null, "a", "b"));             | 1  | Maybe insert(...)?
            assert(new Warning(null, "a", "b"));             | 1  | Maybe insert(...)?
            insert(new Budget("a").errorRate(1%));           | 34 | Maybe 0.01 for 1 %?
            insert(new Budget("a").errorRate(0,01));         | 34 | Maybe 0.01?
            insert(new Warning(null, "a", "b")               | 7  | This bracket is never closed.
            insert(new Warning(null, "a", "b")));            | 36 | This bracket closes none.
            insert(new Warning(null, "a", "b"))              | 36 | Maybe a ; is missing at the end of this line?
            insert(new Warning(null "a", "b"));              | 1  | Maybe a comma is missing before "a"?
            insert(new MetricLimit("a", "b", 3));            | 12 | Maybe import dev.shipgate.loadgate.MetricLimit?
            insert(new Warning($route, "a", "b"));           | 20 | Maybe $route : route in when?
            insert(new Warning("a", "b"));                   | 12 | Maybe new Warning(route, reason, detail)?
            # told                                           | 1  | A comment begins with //.
            insert(new Warning(null, "a", "b")); -- told     | 38 | A comment begins with //.
            insert(new Warning(null, ‘a’, "b"));             | 26 | Maybe '?
            insert(new Budget("a").p95Ms("250"));            | 30 | Maybe 250 without the quotes?
            insert(new Budget("a").p95Ms("fast"));           | 24 | p95Ms(...) of Budget takes (double), and here is (String).
            insert(new Budget("a").p95Ms(250ms));            | 30 | Maybe 250?
            insert(new Budget("a").p95Ms(1 500));            | 30 | Maybe 1500?
            insert(new Budget("a").p95Ms(8)errorRate(0.1));  | 32 | Maybe a point is missing before errorRate?
            else insert(new Warning(null, "a", "b"));        | 1  | There is no else without an if.
            insert(new Warning(null, "a", 5));               | 12 | Maybe new Warning(route, reason, detail)?
            let x = 5;                                       | 1  | Maybe var for let?
            return new Warning(null, "a", "b");              | 1  | Maybe insert(...) for return?
            insert new Warning(null, "a", "b");              | 1  | Maybe insert(...)?
            insert(new Budget("a")).p95Ms(5);                | 1  | the brackets of insert are closed already
            insert(new Budget("a").p95Ms = 5);               | 24 | A fact does not change.
            int x = "a";                                     | 9  | Here is a text, and asked for is a whole number.
            if ($s == 5) { insert(new Budget("a")); }        | 5  | Nothing is both a text and a whole number
            double x = $s * 2;                               | 12 | There is no * of a text and a whole number.
            insert(new Budget(find));                        | 19 | Maybe "find" in quotes?
            insert(new Warning(service, "a", "b"));          | 20 | Maybe $service : service in when, and $service here?
            insert(new Warning(s, "a", "b"));                | 20 | Maybe $s?
            insert(new Warning($sx, "a", "b"));              | 20 | Maybe $s?
            insert(new Warning($r.service, "a", "b"));       | 20 | Maybe $r.service()?
            insert(new Warning($r.getService(), "a", "b"));  | 23 | Maybe service?
            insert(new Warning($r.track, "a", "b"));         | 20 | Maybe $r.labels().get("track"), which is null where
            insert(new Warning($r.track(), "a", "b"));       | 23 | Maybe labels().get("track"), which is null where
            insert(new Warning($r.versio, "a", "b"));        | 20 | Maybe $r.version()?
            insert(new Warning($r.labels["a"], "a", "b"));   | 20 | Maybe $r.labels().get("a"), which is null where
            insert(new Warning($r.labels()["a"], "a", "b")); | 20 | Maybe $r.labels().get("a"), which is null where
            insert(new Release.of("a", "b", 3));             | 8  | Maybe leave out new?
            if $s == "x" insert(new Warning(null, "a", "b")); | 1 | Maybe if (...) { ... }?
            if (true) { insert(new Warning(null, "a", "b")) } | 48 | Maybe a ; is missing before the }?
            if (true and true) { return; }                   | 10 | Maybe &&?
            @owner("sre")                                    | 1  | @owner stands before when.
            """)
    void aSlipInAConsequenceIsToldAtItsPlace(String consequence, int column, String hint) {
        assertTold(RULE.formatted("$r : Release($s : service, $s == \"a\")", consequence), CONSEQUENCE, column, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Release(environment == production) | 24 | Maybe "production" in quotes?
            Check(outcome == "fail")           | 7  | Maybe outcome == Check.Outcome.FAIL?
            Budget(p95Ms > 800)                | 8  | Maybe p95Ms != null, p95Ms.value > 800?
            RouteMetrics(getRoute() == "a")    | 14 | Maybe route?
            MetricLimt(limit > 8)              | 1  | There is no kind of fact MetricLimt here.
            """)
    void aWholePackageThatIsImportedCounts(String condition, int column, String hint) {
        String rule = RULE.formatted(condition, WARNS)
                .replaceAll("import dev.shipgate.loadgate.\\w+\n", "")
                .replace(
                        "import dev.shipgate.decision.Release",
                        "import dev.shipgate.decision.*;\nimport dev.shipgate.loadgate.*");
        assertTold(rule, CONDITIONS - 3, column, hint);
    }

    @Test
    void anAlternativeWithoutItsFieldIsToldAtItsPlace() {
        assertTold(
                RULE.formatted("Release(service == \"a\" || \"b\")", WARNS),
                CONDITIONS,
                9,
                "Maybe each side needs its field, such as service == \"a\" || service == \"b\"?");
        assertTold(
                RULE.formatted("Release(service == (\"a\" || \"b\"))", WARNS),
                CONDITIONS,
                9,
                "Maybe service in (..., ...)?");
    }

    @Test
    void aLimitWithANameIsNoNumber() {
        assertTold(
                RULE.formatted("Budget($l : p95Ms) RouteMetrics(p95Ms > $l)", WARNS),
                CONDITIONS - 3,
                1,
                "a number cannot be compared with a value of Limit. Maybe its .value, where it is not null?");
    }

    @Test
    void whatIsMeantWithinAnAlternativeHasNoComma() {
        assertTold(
                RULE.formatted("Budget(route == \"a\" || p95Ms > 800)", WARNS),
                CONDITIONS,
                24,
                "Maybe p95Ms != null && p95Ms.value > 800?");
    }
}
