package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.Problem;
import dev.shipgate.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityRequestTest {

    @Test
    void aStepWithoutAConcurrencyHasItsOtherProblemsToldToo() {
        assertThat(problems("""
                {"steps": [
                  {"concurrency": 50, "p95_ms": 1},
                  {"concurrency": "100", "p95_ms": -1, "p99_ms": "slow", "p95_at_least_ms": 5, "p95_at_most_ms": 4},
                  {"p95_ms": 9, "p95_at_most_ms": 8},
                  {"concurrency": 49}]}"""))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/steps/1/concurrency",
                        "/steps/1/p95_ms",
                        "/steps/1/p99_ms",
                        "/steps/1/p95_at_most_ms",
                        "/steps/2/concurrency",
                        "/steps/2/p95_ms",
                        "/steps/3/concurrency");
    }

    private static List<Problem> problems(String body) {
        JsonObject fields = StrictJson.object(body.getBytes(StandardCharsets.UTF_8));
        CapacityRequest.read(fields, new Release(null, null, null, Map.of()));
        return catchThrowableOfType(
                        InvalidBodyException.class, () -> fields.problems().throwIfAny())
                .problems();
    }
}
