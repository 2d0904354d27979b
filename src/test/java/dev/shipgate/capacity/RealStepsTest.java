package dev.shipgate.capacity;

import static dev.shipgate.capacity.StepLoad.bodyWith;
import static dev.shipgate.capacity.StepLoad.evaluate;
import static dev.shipgate.capacity.StepLoad.roles;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The conclusions that a person reading a recorded step-load test would draw, and that the service draws the same.
 *
 * <p>wrk against a server with 8 slots and a short queue, 13 steps of 2 seconds. Up to 8 at once a request
 * takes 10 ms. Beyond, throughput stays at 860 a second and requests wait: 18 ms at 12, 20 at 16, 29 at 24,
 * 39 at 32, 58 at 48. At 48 the queue is full, and the server refuses each request that does not fit: 0.9 percent of
 * requests at 48, a third at 56, nearly three in four at 96. Refusing is quick, so that latency stays at
 * 57 ms however much worse it gets, and throughput seems to grow.
 */
@QuarkusTest
class RealStepsTest {

    private static final List<String> STEPS = read("/samples/step-load/loopback-wrk-steps.csv");

    /** Nobody notices 30 ms: 24 at once is fine, and 32 is not. From then on it is never well again. */
    @ParameterizedTest(name = "with {0} sustained")
    @ValueSource(ints = {1, 2, 3})
    void thirtyMillisecondsAreHeldUpTo24AtOnceAndBrokenAt32(int sustained) {
        JsonNode answer = evaluate(body(30, 0.01, sustained, STEPS));

        assertThat(answer.get("outcome").textValue()).isEqualTo("supported");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("24"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("32"));
        assertThat(answer.get("p95_ms")).isEqualTo(json("38.98"));
        assertThat(answer.get("error_rate")).isEqualTo(json("0"));
        assertThat(roles(answer)).isEqualTo(rolesOf(8, 1, 4));
    }

    /** The step at 12 is the last below 19 ms; at 8 no request waits at all, which takes 10 ms. */
    @Test
    void theTighterTheBudgetTheSmallerTheCapacity() {
        assertThat(maxSupported(body(57.76, 0.01, 1, STEPS))).isEqualTo(json("48"));
        assertThat(maxSupported(body(57.75, 0.01, 1, STEPS))).isEqualTo(json("32"));
        assertThat(maxSupported(body(19, 0.01, 1, STEPS))).isEqualTo(json("12"));
        assertThat(maxSupported(body(10, 0.01, 1, STEPS))).isEqualTo(json("8"));
    }

    /**
     * A budget on latency alone would see nothing: 57 ms at 56, 64 and 96 at once, less than at 48. Only
     * the errors are over budget there.
     */
    @Test
    void aServerThatRefusesQuicklyBreaksByItsErrorsAlone() {
        JsonNode answer = evaluate(body(60, 0.01, 2, STEPS));

        assertThat(answer.get("outcome").textValue()).isEqualTo("supported");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("48"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("56"));
        assertThat(answer.get("p95_ms")).isEqualTo(json("57.09"));
        assertThat(answer.get("error_rate")).isEqualTo(json("0.3258"));
        assertThat(answer.get("steps").findValues("violated").subList(10, 13))
                .isEqualTo(Collections.nCopies(3, json("[\"errors\"]")));
    }

    /** For a caller who allows no error at all, the 0.9 percent at 48 are the break. */
    @Test
    void withoutAnyErrorAllowedTheBreakIsWhereTheQueueFirstOverflows() {
        JsonNode answer = evaluate(body(60, 0, 1, STEPS));

        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("32"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("48"));
        assertThat(answer.get("error_rate")).isEqualTo(json("0.0087"));
    }

    /** A latency budget of 57.05 ms makes 64 and 96 look well again, were it not for their errors. */
    @Test
    void stepsThatAreFastBecauseTheyRefuseAreLuckyAndDoNotCount() {
        JsonNode answer = evaluate(body(57.05, 1, 1, STEPS));

        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("32"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("48"));
        assertThat(roles(answer).subList(9, 13)).containsExactly("break", "after_break", "lucky", "lucky");
    }

    /** Had the test ended at 48 at once, it would not have shown where the server breaks. */
    @Test
    void aTestThatEndsTooEarlyGivesALowerBound() {
        JsonNode answer = evaluate(body(60, 0.01, 1, STEPS.subList(0, 10)));

        assertThat(answer.get("outcome").textValue()).isEqualTo("at_least");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("48"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("null"));
    }

    /** Three steps fail at the end of the test; a caller who wants to see four in a row has not seen them. */
    @Test
    void fewerFailingStepsThanAskedForLeaveTheBreakUnconfirmed() {
        JsonNode answer = evaluate(body(60, 0.01, 4, STEPS));

        assertThat(answer.get("outcome").textValue()).isEqualTo("unconfirmed");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("48"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("null"));
        assertThat(roles(answer).subList(10, 13)).containsOnly("isolated_violation");
    }

    /** A request takes 10 ms even when nobody waits: 5 ms cannot be had at any load. */
    @Test
    void aBudgetThatNoLoadMeetsSupportsNothing() {
        JsonNode answer = evaluate(body(5, 0.01, 2, STEPS));

        assertThat(answer.get("outcome").textValue()).isEqualTo("none");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("null"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("1"));
        assertThat(roles(answer)).isEqualTo(rolesOf(0, 1, 12));
    }

    private static JsonNode maxSupported(String body) {
        return evaluate(body).get("max_supported_concurrency");
    }

    private static List<String> rolesOf(int supported, int broken, int afterBreak) {
        return IntStream.range(0, supported + broken + afterBreak)
                .mapToObj(i -> i < supported ? "supported" : i < supported + broken ? "break" : "after_break")
                .toList();
    }

    private static String body(double p95BudgetMs, double errorBudget, int sustained, List<String> steps) {
        return bodyWith("""
                "p95_budget_ms":%s,"error_budget":%s,"sustained_steps":%d""".formatted(p95BudgetMs, errorBudget, sustained), steps.toArray(String[]::new));
    }

    /** Each line as a step with all of its columns; those that capacity does not know are kept for rules. */
    private static List<String> read(String path) {
        try (InputStream file = Objects.requireNonNull(RealStepsTest.class.getResourceAsStream(path), path)) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.get(0).split(",", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> step(names, line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String step(String[] names, String[] values) {
        List<String> fields = IntStream.range(0, names.length)
                .mapToObj(i -> "\"" + names[i] + "\":" + values[i])
                .toList();
        return "{" + String.join(",", fields) + "}";
    }
}
