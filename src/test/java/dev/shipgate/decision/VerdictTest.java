package dev.shipgate.decision;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict that each evaluation comes down to by itself, as it is counted. */
@QuarkusTest
class VerdictTest {

    private static final List<String> VERDICTS = List.of("pass", "block", "error");

    private static final String CALM = """
            {"minute":0,"user_turns":10,"service_attempts":10,"dependency_error_rate":0}""";
    private static final String STORM = """
            {"minute":1,"user_turns":10,"service_attempts":30,"dependency_error_rate":0.5}""";
    private static final String UNKNOWN = """
            {"minute":2,"user_turns":10,"service_attempts":10}""";

    private static final String PASSES = """
            {"concurrency":1,"p95_ms":1,"error_rate":0}""";
    private static final String FAILS = """
            {"concurrency":2,"p95_ms":2,"error_rate":0}""";

    static List<Arguments> requests() {
        return List.of(
                arguments("load_gate", "block", "/v1/load-gate", "{}"),
                arguments("load_gate", "pass", "/v1/load-gate", """
                        {"routes":{"find":{"p95_ms":1,"error_rate":0,"cost_per_success":0,"task_success_delta":0}},
                         "budgets":{"find":{"p95_ms":1,"error_rate":0,"cost_per_success":0}}}"""),
                arguments("retry_storms", "block", "/v1/retry-storms", points("")),
                arguments("retry_storms", "pass", "/v1/retry-storms", points(CALM)),
                arguments("retry_storms", "block", "/v1/retry-storms", points(STORM)),
                arguments("retry_storms", "block", "/v1/retry-storms", points(CALM + "," + UNKNOWN)),
                arguments("capacity", "block", "/v1/capacity", steps(1, "")),
                arguments("capacity", "pass", "/v1/capacity", steps(1, PASSES)),
                arguments("capacity", "pass", "/v1/capacity", steps(1, PASSES + "," + FAILS)),
                arguments("capacity", "block", "/v1/capacity", steps(2, PASSES + "," + FAILS)),
                arguments("release_readiness", "block", "/v1/release-readiness", "{}"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anEvaluationPassesOnlyOnEvidence(String kind, String verdict, String path, String body) {
        List<Double> before = counts(kind);

        RunningService.answer(path, body);

        List<Double> after = counts(kind);
        for (int i = 0; i < VERDICTS.size(); i++) {
            double expected = before.get(i) + (VERDICTS.get(i).equals(verdict) ? 1 : 0);
            assertThat(after.get(i)).as(VERDICTS.get(i)).isEqualTo(expected);
        }
    }

    private static String points(String points) {
        return "{\"points\":[" + points + "]}";
    }

    private static String steps(int sustainedSteps, String steps) {
        return "{\"p95_budget_ms\":1,\"error_budget\":0,\"sustained_steps\":" + sustainedSteps + ",\"steps\":[" + steps
                + "]}";
    }

    private static List<Double> counts(String kind) {
        List<String> lines = get("/q/metrics").asString().lines().toList();
        return VERDICTS.stream().map(verdict -> count(lines, kind, verdict)).toList();
    }

    /** Zero until the first evaluation of the kind: its counters come with that. */
    private static double count(List<String> lines, String kind, String verdict) {
        String counter = "shipgate_evaluations_total{kind=\"" + kind + "\",verdict=\"" + verdict + "\"} ";
        return lines.stream()
                .filter(line -> line.startsWith(counter))
                .mapToDouble(line -> Double.parseDouble(line.substring(counter.length())))
                .sum();
    }
}
