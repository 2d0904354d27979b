package dev.shipgate.readiness;

import static dev.shipgate.readiness.Releases.evaluate;
import static dev.shipgate.readiness.Releases.part;
import static dev.shipgate.readiness.Releases.release;
import static dev.shipgate.testing.Json.json;
import static dev.shipgate.testing.RunningService.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.RuleFirings;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Large bodies are answered in full, and each rule fires once for each fact that it is about: the number of
 * firings grows as the body does. A rule that joins every fact with every other would end at the limits of an
 * evaluation instead.
 */
@QuarkusTest
class LargeRequestsTest {

    private static final int ROUTES = 5_000;
    private static final int POINTS = 100_000;
    private static final int STEPS = 10_000;

    @Test
    void fiveThousandRoutesWithABudgetEachShip() {
        JsonNode answer = answer("/v1/load-gate", budgetedRoutes());

        assertThat(answer.get("ship")).isEqualTo(json("true"));
        assertThat(answer.get("checks")).hasSize(3 * ROUTES);
        assertFirings(answer, 25_001, """
                {"a budget from the caller counts beside those of the policy":5000,
                 "only the caller gave limits":1,
                 "a measured route is held against its budget":5000,
                 "latency is within budget":5000,
                 "errors are within budget":5000,
                 "cost is within budget":5000}""");
    }

    @Test
    void fiveThousandRoutesWithoutABudgetAreFiveThousandFailures() {
        JsonNode answer = answer("/v1/load-gate", "{\"routes\":{" + routes() + "}}");

        assertThat(answer.get("ship")).isEqualTo(json("false"));
        assertThat(answer.get("failures")).hasSize(ROUTES);
        assertThat(answer.at("/failures/4999/route").textValue()).isEqualTo("r4999");
        assertFirings(answer, 5_000, "{\"a measured route has no budget\":5000}");
    }

    @Test
    void judgesEachOf100000PointsBesideAnAutomaticBaseline() {
        JsonNode answer = answer("/v1/retry-storms", everyOtherPointAlerts());

        assertThat(answer.get("alerts")).hasSize(POINTS / 2);
        assertThat(answer.get("windows")).hasSize(POINTS / 2);
        assertThat(answer.get("not_evaluated")).isEmpty();
        assertFirings(answer, 150_003, """
                {"the policy says what is suspicious unless the caller does":1,
                 "what is usual is the median of the calm minutes if the caller leaves it to us":1,
                 "a storm is at the thresholds and well beyond what is usual":1,
                 "retries amplify a failing dependency":50000,
                 "the service amplifies":50000,
                 "a minute is calm":50000}""");
    }

    @Test
    void tenThousandFailingStepsAreOneRunHoweverManyAreSustained() {
        JsonNode answer = answer("/v1/capacity", steps(STEPS, number -> 900));

        assertThat(answer.get("outcome").textValue()).isEqualTo("none");
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("1"));
        assertFirings(answer, 30_006, """
                {"a capacity budget from the caller counts beside that of the policy":1,
                 "the policy says how many failing steps are sustained unless the caller does":1,
                 "every step is held against the capacity budget":1,
                 "the latency of a step is over budget":10000,
                 "a step with a violation fails":10000,
                 "a failing step after one that does not fail starts a run":1,
                 "a failing step makes the run before it longer":9999,
                 "a run that is long enough is a sustained violation":1,
                 "the service breaks where its first sustained violation starts":1,
                 "there is no supported capacity: no step passed before the break":1}""");
    }

    @Test
    void tenThousandStepsOfWhichEveryOtherFailsAreFiveThousandRuns() {
        JsonNode answer = answer("/v1/capacity", steps(2, number -> number % 2 == 0 ? 900 : 100));

        assertThat(answer.get("outcome").textValue()).isEqualTo("unconfirmed");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("9999"));
        assertFirings(answer, 20_005, """
                {"a capacity budget from the caller counts beside that of the policy":1,
                 "the policy says how many failing steps are sustained unless the caller does":1,
                 "every step is held against the capacity budget":1,
                 "a step is within budget":5000,
                 "the latency of a step is over budget":5000,
                 "a step with a violation fails":5000,
                 "a failing step after one that does not fail starts a run":5000,
                 "the last passing step is supported if the service never broke":1,
                 "capacity is unconfirmed: the last steps fail, too few to call it a break":1}""");
    }

    @Test
    void aReleaseOfThreeLargePartsCountsTheFiringsOfAll() {
        JsonNode answer = evaluate(release(
                part("load_gate", budgetedRoutes()),
                part("retry_storms", everyOtherPointAlerts()),
                part("capacity", steps(2, number -> 100))));

        assertThat(answer.at("/blockers/0/reason").textValue()).isEqualTo("retry_storm");
        // Capacity: 3 rules of budgets, each step within them, and 2 rules of the supported capacity. Readiness: 3.
        assertThat(RuleFirings.total(answer)).isEqualTo(25_001 + 150_003 + (3 + STEPS + 2) + 3);
    }

    private static void assertFirings(JsonNode answer, int total, String byRule) {
        assertThat(RuleFirings.total(answer)).isEqualTo(total);
        assertThat(RuleFirings.counts(answer)).isEqualTo(json(byRule));
    }

    private static String budgetedRoutes() {
        String budgets = list(ROUTES, i -> """
                "r%d":{"p95_ms":200,"error_rate":0.01,"cost_per_success":0.02}""".formatted(i));
        return "{\"routes\":{" + routes() + "},\"budgets\":{" + budgets + "}}";
    }

    private static String routes() {
        return list(ROUTES, i -> """
                "r%d":{"p95_ms":100,"error_rate":0,"cost_per_success":0.01,"task_success_delta":0}""".formatted(i));
    }

    private static String everyOtherPointAlerts() {
        return "{\"baseline\":\"auto\",\"points\":["
                + list(POINTS, i -> """
                {"minute":%d,"user_turns":20,"client_attempts":20,"service_attempts":%d,"dependency_error_rate":%s}""".formatted(i, i % 2 == 0 ? 20 : 60, i % 2 == 0 ? "0" : "0.5")) + "]}";
    }

    private static String steps(int sustained, IntFunction<Integer> p95Ms) {
        return "{\"p95_budget_ms\":800,\"error_budget\":0.01,\"sustained_steps\":" + sustained + ",\"steps\":["
                + list(STEPS, i -> """
                {"concurrency":%d,"p95_ms":%d,"error_rate":0}""".formatted(i + 1, p95Ms.apply(i + 1)))
                + "]}";
    }

    private static String list(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(","));
    }
}
