package dev.shipgate.policy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.RouteMetrics;
import dev.shipgate.loadgate.Warning;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleFailure;
import dev.shipgate.policy.RuleFailure.Part;
import dev.shipgate.policy.compile.TestRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule failed, where in it, why, and on which facts. */
class RuleFailuresTest {

    private static final TestRules.Limits ENOUGH = new TestRules.Limits(100, Duration.ofSeconds(10));

    private static final RouteMetrics FIND = new RouteMetrics("find", 10.0, 0.0, null, 0.0, Map.of(), List.of());

    private static final String HEAD = """
            package test
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.*
            import java.util.List
            function int length(String text) {
                return text.length();
            }
            """;

    @Test
    void aConditionIsToldWithItsLine() {
        RuleFailure failure = failure("""
                rule "dear and slow"
                when
                    Release($environment : environment)
                    RouteMetrics(p95Ms > 5, $cost : costPerSuccess,
                        costPerSuccess * 2 > 4)
                then
                end
                """);

        assertThat(failure)
                .isEqualTo(new RuleFailure(
                        "dear and slow",
                        "test/test.drl",
                        12,
                        Part.CONDITION,
                        "costPerSuccess * 2 > 4",
                        "A value is null.",
                        Map.of("RouteMetrics", FIND)));
        assertThat(failure.sentence())
                .endsWith("A value is null. Its facts: RouteMetrics[route=find, p95Ms=10.0, errorRate=0.0,"
                        + " costPerSuccess=null, taskSuccessDelta=0.0, others={}, missing=[]].");
        assertThat(failure.place())
                .isEqualTo("test/test.drl:12: a condition of \"dear and slow\": costPerSuccess * 2 > 4");
    }

    @Test
    void aConsequenceIsToldWithTheFactsOfItsRule() {
        RuleFailure failure = failure("""
                rule "says how long the version is"
                when
                    Release($service : service, $version : version)
                then
                    insert(new Warning(null, "own", "" + length($version)));
                end
                """);

        assertThat(failure.rule()).isEqualTo("says how long the version is");
        assertThat(failure.line()).isEqualTo(11);
        assertThat(failure.part()).isEqualTo(Part.CONSEQUENCE);
        assertThat(failure.cause()).isEqualTo("A value is null.");
        assertThat(failure.facts()).containsEntry("service", "web").containsEntry("version", null);
        assertThat(failure.sentence())
                .isEqualTo("test/test.drl:11: the consequence of \"says how long the version is\":"
                        + " A value is null. Its facts: service = web, version = null.");
    }

    @Test
    void whereTheConditionCannotBeToldTheRuleIs() {
        RuleFailure failure = failure("""
                rule "own"
                when
                    accumulate(RouteMetrics($cost : costPerSuccess, costPerSuccess * 2 > 4); $all : sum($cost))
                then
                end
                """);

        assertThat(failure.rule()).isEqualTo("own");
        assertThat(failure.line()).isEqualTo(8);
        assertThat(failure.text()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$version.length();                               | A value is null.",
                "int zero = 0; int one = 1 / zero;                | A whole number is divided by zero.",
                "Object number = 1; String text = (String) number; | A value is of another type than it is taken for.",
                "List.of(1).get(7);                               | A place in a list or a text does not exist.",
                "\"abc\".substring(7);                            | A place in a list or a text does not exist.",
                "Double.parseDouble(\"ten\");                     | A text is no number. For input string: \"ten\"",
                "insert(new Failure(null, null, \"x\"));          | This is null: reason of a failure.",
                "insert(Check.pass(\"find\", \"own\", 2, 1, \"policy\")); "
                        + "| The check own of the route find cannot pass: 2 is not within the limit of 1."
                        + " Maybe Check.fail(...), or Check.excused(...) with what excuses it?",
                "insert(new Budget(\"find\").errorRate(5));       "
                        + "| The errorRate of a budget (5) must be a number between 0 and 1. Maybe it is a percentage?",
                "throw new IllegalStateException(\"No such route.\"); | No such route.",
                "throw new IllegalStateException(\"Cannot judge\\nthis.\");  | 'Cannot judge\nthis.'",
                "throw new IllegalArgumentException(\"class A is full.\"); | class A is full.",
                "throw new IllegalStateException();               | It threw an exception that says nothing."
            })
    void theCauseIsInWords(String consequence, String cause) {
        assertThat(failure("rule \"own\" when Release($version : version) then if (true) { " + consequence + " } end")
                        .cause())
                .isEqualTo(cause);
    }

    @Test
    void ofAConditionAmongSeveralFactsTheOneUnderTestIsTold() {
        RuleFailure failure = failure("""
                rule "own"
                when
                    Release($service : service)
                    RouteMetrics(route != $service, costPerSuccess * $service.length() > 4)
                then
                end
                """);

        assertThat(failure.part()).isEqualTo(Part.CONDITION);
        assertThat(failure.facts()).isEqualTo(Map.of("RouteMetrics", FIND));
    }

    @Test
    void aConditionThatFailsOnAnInsertedFactIsNotItsRulesFault() {
        RuleFailure failure = failure("""
                rule "inserts" when Release() then
                    insert(new Warning(null, "own", "Innocent."));
                end
                rule "reads" when Warning(route.length() > 3) then end
                """);

        assertThat(failure.rule()).isEqualTo("reads");
        assertThat(failure.part()).isEqualTo(Part.CONDITION);
        assertThat(failure.facts()).isEqualTo(Map.of("Warning", new Warning(null, "own", "Innocent.")));
    }

    @Test
    void aConditionThatNeverEndsIsToldAndNotTheRuleThatFiredBefore() {
        PolicyEvaluationException thrown = thrown("""
                function boolean forever(String text) { while (true) { } }
                rule "innocent" when Release() then insert(new Warning(null, "own", "Innocent.")); end
                rule "endless" salience -1 when Warning() Release(forever(service)) then end
                """, new TestRules.Limits(100, Duration.ofMillis(50)));

        assertThat(thrown)
                .hasMessage(
                        "The rules ran longer than 50 ms, the limit of one evaluation, in a condition of \"endless\".");
        assertThat(Objects.requireNonNull(thrown.failed()).place())
                .isEqualTo("test/test.drl:10: a condition of \"endless\": forever(service)");
        assertThat(thrown.failed().cause()).isEqualTo("It was at work when the time was used up.");
    }

    @Test
    void aConsequenceThatNeverEndsIsToldWithItsFacts() {
        PolicyEvaluationException thrown = thrown(
                "rule \"endless\" when Release($service : service) then while (true) { try { $service.length(); }"
                        + " catch (Throwable t) { } } end",
                new TestRules.Limits(100, Duration.ofMillis(50)));

        assertThat(Objects.requireNonNull(thrown.failed()).rule()).isEqualTo("endless");
        assertThat(thrown.failed().part()).isEqualTo(Part.CONSEQUENCE);
        assertThat(thrown.failed().facts()).isEqualTo(Map.of("service", "web"));
    }

    @Test
    void ofRulesThatFireWithoutAnEndTheLastIsTold() {
        PolicyEvaluationException thrown = thrown("""
                rule "first" when Release() then insert(new Warning(null, "own", "")); end
                rule "again" when Warning($detail : detail) then insert(new Warning(null, "own", $detail + "x")); end
                """, new TestRules.Limits(3, Duration.ofSeconds(10)));

        assertThat(thrown)
                .hasMessage("The rules fired more than 3 times, the limit of one evaluation; the last rule to fire was"
                        + " \"again\".");
        assertThat(Objects.requireNonNull(thrown.failed()).rule()).isEqualTo("again");
        assertThat(thrown.failed().facts()).isEqualTo(Map.of("detail", "xxx"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$version.length();                               | A value is null.",
                "Double.parseDouble($service);                    | A text is no number.",
                "insert(Check.pass(\"find\", \"own\", 900, 800, \"policy\")); | A finding cannot be true.",
                "insert(new Budget(\"find\").errorRate(900));   | A number is out of its range.",
                "throw new IllegalStateException($service);       | It threw an exception; the record has its words."
            })
    void whatALogMayHoldQuotesNothingOfTheRequest(String consequence, String cause) {
        PolicyEvaluationException thrown = thrown(
                "rule \"own\" when Release($service : service, $version : version) then if (true) { " + consequence
                        + " } end",
                ENOUGH);

        assertThat(thrown.forLog())
                .isEqualTo("The rules failed; the last rule to fire was \"own\"."
                        + " At test/test.drl:8: the consequence of \"own\": " + cause);
    }

    private static RuleFailure failure(String rules) {
        return Objects.requireNonNull(thrown(rules, ENOUGH).failed());
    }

    private static PolicyEvaluationException thrown(String rules, TestRules.Limits limits) {
        try (TestRules compiled = TestRules.of(HEAD + rules, limits)) {
            return catchThrowableOfType(
                    PolicyEvaluationException.class,
                    () -> compiled.evaluate(new Release("web", null, null, Map.of()), FIND));
        }
    }
}
