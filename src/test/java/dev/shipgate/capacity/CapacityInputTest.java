package dev.shipgate.capacity;

import static dev.shipgate.capacity.StepLoad.bodyWith;
import static dev.shipgate.capacity.StepLoad.evaluate;
import static dev.shipgate.capacity.StepLoad.pointers;
import static dev.shipgate.capacity.StepLoad.refused;
import static dev.shipgate.capacity.StepLoad.roles;
import static dev.shipgate.capacity.StepLoad.step;
import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CapacityInputTest {

    private static final String BUDGET = "\"p95_budget_ms\":800,\"error_budget\":0.01";

    @Test
    void aRampDownIsRefusedAndTheRampUpIsAskedFor() {
        JsonNode problem = refused(422, bodyWith(BUDGET, step(50, 100, 0), step(100, 900, 0), step(99, 100, 0)));

        assertThat(pointers(problem)).containsExactly("/steps/2/concurrency");
        assertThat(problem.at("/errors/0/detail").textValue())
                .isEqualTo("must not be lower than in the step before, 100, but is 99."
                        + " Maybe the test ramps down at its end? Send the ramp-up alone.");
    }

    @Test
    void everyStepDownIsTold() {
        assertThat(pointers(
                        refused(422, bodyWith(BUDGET, step(50, 1, 0), step(20, 1, 0), step(30, 1, 0), step(10, 1, 0)))))
                .containsExactly("/steps/1/concurrency", "/steps/3/concurrency");
    }

    @Test
    void theSameConcurrencyMayRunTwice() {
        JsonNode answer = evaluate(bodyWith(BUDGET, step(50, 100, 0), step(50, 900, 0), step(50, 100, 0)));

        assertThat(roles(answer)).containsExactly("supported", "break", "lucky");
        assertThat(answer.get("max_supported_concurrency")).isEqualTo(json("50"));
        assertThat(answer.get("first_failing_concurrency")).isEqualTo(json("50"));
    }

    @Test
    void aTestWithoutStepsSupportsNothing() {
        JsonNode nothing = json("""
                {"max_supported_concurrency":null,"first_failing_concurrency":null,"p95_ms":null,"error_rate":null,
                 "outcome":"none","steps":[]}""");

        for (String body : new String[] {bodyWith(BUDGET), "{" + BUDGET + "}", "{" + BUDGET + ",\"steps\":null}"}) {
            JsonNode answer = evaluate(body);
            nothing.fieldNames()
                    .forEachRemaining(
                            field -> assertThat(answer.get(field)).as(field).isEqualTo(nothing.get(field)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | /steps/0/concurrency",
                "{\"concurrency\":null}                   | /steps/0/concurrency",
                "{\"concurrency\":0}                      | /steps/0/concurrency",
                "{\"concurrency\":-5}                     | /steps/0/concurrency",
                "{\"concurrency\":1.5}                    | /steps/0/concurrency",
                "{\"concurrency\":\"50\"}                 | /steps/0/concurrency",
                "{\"concurrency\":1e999}                  | /steps/0/concurrency",
                "{\"concurrency\":9223372036854775808}    | /steps/0/concurrency",
                "{\"concurrency\":1,\"p95_ms\":-1}        | /steps/0/p95_ms",
                "{\"concurrency\":1,\"p95_ms\":\"NaN\"}   | /steps/0/p95_ms",
                "{\"concurrency\":1,\"p95_ms\":Infinity}  | /steps/0/p95_ms",
                "{\"concurrency\":1,\"error_rate\":1.2}   | /steps/0/error_rate",
                "{\"concurrency\":1,\"error_rate\":-0.1}  | /steps/0/error_rate",
                "{\"concurrency\":1,\"p99_ms\":\"slow\"}  | /steps/0/p99_ms",
                "{\"concurrency\":1,\"p99_ms\":[1]}       | /steps/0/p99_ms",
                "null                                     | /steps/0",
                "50                                       | /steps/0",
            })
    void aStepWithAValueThatItsFieldCannotHoldIsRefused(String step, String pointer) {
        assertThat(pointers(refused(400, bodyWith(BUDGET, step)))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"steps\":{}}                                 | /steps",
                "{\"steps\":[],\"p95_budget_ms\":-1}            | /p95_budget_ms",
                "{\"steps\":[],\"error_budget\":1.5}            | /error_budget",
                "{\"steps\":[],\"sustained_steps\":0}           | /sustained_steps",
                "{\"steps\":[],\"sustained_steps\":1.5}         | /sustained_steps",
                "{\"steps\":[],\"sustained_steps\":\"2\"}       | /sustained_steps",
                "{\"steps\":[],\"stesp\":[]}                    | /stesp",
                "{\"steps\":[],\"required_concurrency\":0}      | /required_concurrency",
                "{\"steps\":[],\"required_concurrency\":1.5}    | /required_concurrency",
                "{\"steps\":[],\"required_concurrency\":null}   | /required_concurrency",
            })
    void aRequestWithAWrongFieldIsRefused(String body, String pointer) {
        assertThat(pointers(refused(400, body))).containsExactly(pointer);
    }

    /** A contradiction is told beside the fields that are plainly wrong. Those set the status. */
    @Test
    void allProblemsOfARequestAreToldTogether() {
        assertThat(pointers(refused(400, bodyWith("\"error_budget\":5", step(50, 1, 0), step(20, 1, 3)))))
                .containsExactly("/error_budget", "/steps/1/concurrency", "/steps/1/error_rate");
    }

    @Test
    void otherNumbersOfAStepChangeNothingByThemselves() {
        assertThat(roles(evaluate(bodyWith(BUDGET, """
                {"concurrency":1,"p95_ms":100,"error_rate":0,"p99_ms":99999,"requests":10.5,"throughput":null}""")))).containsExactly("supported");
    }

    @Test
    void moreSustainedStepsThanAnyTestHasAreNoBreak() {
        assertThat(evaluate(bodyWith(
                                BUDGET + ",\"sustained_steps\":9223372036854775807", step(1, 100, 0), step(2, 900, 0)))
                        .get("outcome")
                        .textValue())
                .isEqualTo("unconfirmed");
    }
}
