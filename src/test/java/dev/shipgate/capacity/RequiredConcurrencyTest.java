package dev.shipgate.capacity;

import static dev.shipgate.capacity.StepLoad.bodyWith;
import static dev.shipgate.capacity.StepLoad.evaluate;
import static dev.shipgate.capacity.StepLoad.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A capacity of which more is required than it supports does not pass. */
@QuarkusTest
class RequiredConcurrencyTest {

    private static final String BUDGET = "\"p95_budget_ms\":800,\"error_budget\":0.01";

    @ParameterizedTest
    @CsvSource({"99,pass", "100,pass", "101,block"})
    void aCapacityBelowWhatIsRequiredBlocks(int required, String verdict) {
        JsonNode answer = evaluate(bodyWith(
                BUDGET + ",\"required_concurrency\":" + required, step(50, 1, 0), step(100, 1, 0), step(150, 900, 0)));

        assertThat(answer.get("outcome").textValue()).isEqualTo("supported");
        assertThat(answer.get("max_supported_concurrency").intValue()).isEqualTo(100);
        assertThat(answer.get("required_concurrency").intValue()).isEqualTo(required);
        assertThat(answer.get("verdict").textValue()).isEqualTo(verdict);
    }

    @Test
    void aCapacityOfNothingIsBelowWhatIsRequired() {
        JsonNode answer = evaluate(bodyWith(BUDGET + ",\"required_concurrency\":1"));

        assertThat(answer.get("max_supported_concurrency").isNull()).isTrue();
        assertThat(answer.get("verdict").textValue()).isEqualTo("block");
    }

    @Test
    void aCapacityOfWhichNothingIsRequiredPassesByItsOutcome() {
        JsonNode answer = evaluate(bodyWith(BUDGET, step(50, 1, 0)));

        assertThat(answer.get("outcome").textValue()).isEqualTo("at_least");
        assertThat(answer.has("required_concurrency")).isFalse();
        assertThat(answer.get("verdict").textValue()).isEqualTo("pass");
    }
}
