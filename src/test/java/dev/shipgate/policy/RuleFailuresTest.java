package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.RouteMetrics;
import dev.shipgate.policy.RuleFailure.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule failed, where in it, why, and on which facts. */
class RuleFailuresTest {

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
                        Map.of()));
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
                "throw new IllegalStateException();               | It threw an exception that says nothing."
            })
    void theCauseIsInWords(String consequence, String cause) {
        assertThat(failure("rule \"own\" when Release($version : version) then if (true) { " + consequence + " } end")
                        .cause())
                .isEqualTo(cause);
    }

    private static RuleFailure failure(String rules) {
        try (TestRules compiled = TestRules.of(HEAD + rules, new TestRules.Limits(100, Duration.ofSeconds(10)))) {
            PolicyEvaluationException thrown = catchThrowableOfType(
                    PolicyEvaluationException.class,
                    () -> compiled.evaluate(
                            new Release("web", null, null, Map.of()),
                            new RouteMetrics("find", 10.0, 0.0, null, 0.0, Map.of(), List.of())));
            return Objects.requireNonNull(thrown.failed());
        }
    }
}
