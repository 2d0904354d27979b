package dev.shipgate.decision.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.http.ProblemClient.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.loadgate.GateClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvalidBodyTest {

    private static final String TWICE = "The field is there more than once. Which one is meant?";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void anEmptyBodyIsRefusedEverywhere(String path) {
        assertThat(problems(400, path, ""))
                .containsExactly(Map.entry("", "The body is empty. It must be an object: {...}."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"{}\"", "1", "true", "NaN"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(problems(400, "/v1/load-gate", body))
                .containsExactly(Map.entry("", "The body is not a JSON object. It must be an object: {...}."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"routes\":",
                "{\"routes\":{}",
                "{\"routes\" {}}",
                "{'routes':{}}",
                "{routes:{}}",
                "{\"routes\":{},}",
                "{\"service\":\"a",
                "{\"routes\":{}}}",
                "{\"routes\":{}} x",
                "{\"service\":\"a\u0001\"}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":+5}",
                "{\"a\":0x1}",
                "{\"a\":undefined}",
                "{/* */}",
                "hello"
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String body) {
        isProblem(GateClient.gate(body), 400, "/v1/load-gate")
                .body("type", endsWith("malformed-request"))
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo(""));
        assertThat(problems(400, "/v1/load-gate", body).get(0).getValue())
                .startsWith("The body is not JSON, from line 1, column ");
    }

    @Test
    void aSecondObjectAfterTheFirstIsRefused() {
        assertThat(problems(400, "/v1/load-gate", "{\"routes\":{}}{\"routes\":{}}"))
                .containsExactly(Map.entry("", "There is more after the end of the JSON object."));
    }

    @Test
    void aMessageAboutAWrongTokenDoesNotSayThatNaNWouldBeRight() {
        assertThat(problems(400, "/v1/load-gate", "{\"a\":nan}").get(0).getValue())
                .contains("'nan'")
                .doesNotContain("'NaN'", "INF");
    }

    @Test
    void aDuplicateKeyIsRefusedWhereverItIs() {
        assertThat(problems(400, "/v1/load-gate", "{\"service\":\"a\",\"service\":\"b\"}"))
                .containsExactly(Map.entry("/service", TWICE));
        assertThat(problems(400, "/v1/load-gate", "{\"labels\":{\"track\":\"a\",\"track\":\"a\"}}"))
                .containsExactly(Map.entry("/labels/track", TWICE));
        assertThat(problems(400, "/v1/load-gate", "{\"routes\":{\"find\":null,\"find\":{}}}"))
                .containsExactly(Map.entry("/routes/find", TWICE));
        assertThat(problems(400, "/v1/load-gate", "{\"routes\":{\"find\":{\"p95_ms\":1,\"p95_ms\":1}}}"))
                .containsExactly(Map.entry("/routes/find/p95_ms", TWICE));
        assertThat(problems(400, "/v1/load-gate", "{\"budgets\":{\"find\":{\"p95_ms\":1,\"p95\\u005fms\":900}}}"))
                .containsExactly(Map.entry("/budgets/find/p95_ms", TWICE));
        assertThat(problems(400, "/v1/capacity", "{\"steps\":[{\"concurrency\":1,\"concurrency\":2}]}"))
                .contains(Map.entry("/steps/0/concurrency", TWICE));
    }

    @Test
    void aMisspelledFieldIsRefusedOnEachEndpoint() {
        assertThat(problems(400, "/v1/load-gate", "{\"rotes\":{}}"))
                .containsExactly(Map.entry(
                        "/rotes",
                        "There is no such field here."
                                + " Maybe one of [budgets, environment, labels, routes, service, source, version]?"));
        assertThat(problems(400, "/v1/retry-storms", "{\"point\":[]}"))
                .extracting(Map.Entry::getKey)
                .contains("/point");
        assertThat(problems(400, "/v1/capacity", "{\"stepz\":[]}"))
                .extracting(Map.Entry::getKey)
                .contains("/stepz");
        assertThat(problems(400, "/v1/release-readiness", "{\"loadgate\":{}}"))
                .containsExactly(Map.entry(
                        "/loadgate",
                        "There is no such field here. Maybe one of"
                                + " [capacity, environment, labels, load_gate, retry_storms, service, version]?"));
        assertThat(problems(400, "/v1/release-readiness", "{\"load_gate\":{\"rotes\":{}}}"))
                .extracting(Map.Entry::getKey)
                .containsExactly("/load_gate/rotes");
    }

    @Test
    void allProblemsOfARequestAreReportedTogetherWithEscapedPointers() {
        String body = """
                {"service":5,"Routes":{},
                 "routes":{"a/b~c":{"p95_ms":"x","error_rate":40,"error_rate":40},"":{"p95_ms":-1},"ok":null},
                 "budgets":{"a/b~c":{"limit/max":1},"n":null}}""";

        assertThat(problems(400, "/v1/load-gate", body))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "/routes/a~1b~0c/error_rate",
                        "/service",
                        "/routes/a~1b~0c/p95_ms",
                        "/routes/a~1b~0c/error_rate",
                        "/routes//p95_ms",
                        "/budgets/a~1b~0c/limit~1max",
                        "/budgets/n",
                        "/Routes");
        isProblem(GateClient.gate(body), 400, "/v1/load-gate")
                .body("type", endsWith("invalid-request"))
                .body("detail", equalTo("There are 8 problems with the request."));
    }

    @Test
    void aRequestThatContradictsItselfIsUnprocessable() {
        String body = """
                {"service":"s","p95_budget_ms":800,"error_budget":0.01,
                 "steps":[{"concurrency":100,"p95_ms":1,"error_rate":0},{"concurrency":50,"p95_ms":1,"error_rate":0}]}""";
        assertThat(problems(422, "/v1/capacity", body))
                .extracting(Map.Entry::getKey)
                .containsExactly("/steps/1/concurrency");
        isProblem(GateClient.post("/v1/capacity", body), 422, "/v1/capacity")
                .body("type", endsWith("contradictory-request"));
    }

    @Test
    void aWrongValueBesideAContradictionIsABadRequestThatNamesBoth() {
        String body = """
                {"service":"s","p95_budget_ms":-1,"error_budget":0.01,
                 "steps":[{"concurrency":100,"p95_ms":1,"error_rate":0},{"concurrency":50,"p95_ms":1,"error_rate":0}]}""";
        assertThat(problems(400, "/v1/capacity", body))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("/steps/1/concurrency", "/p95_budget_ms");
    }
}
