package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.testing.Commands;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of the page of the API that says why something did not ship. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class NotShippedScriptTest {

    private static final String SLOW =
            "\"routes\":{\"find\":{\"p95_ms\":300,\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}},"
                    + "\"budgets\":{\"find\":{\"p95_ms\":250,\"error_rate\":0.01,\"cost_per_success\":0.002}}";
    private static final String STORM =
            "\"points\":[{\"minute\":7,\"user_turns\":100,\"service_attempts\":231,\"dependency_error_rate\":0.22}]";
    private static final String STEP =
            "\"p95_budget_ms\":800,\"error_budget\":0.01,\"steps\":[{\"concurrency\":50,\"p95_ms\":420,\"error_rate\":0}]";

    @TempDir
    Path folder = Path.of(".");

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private String said(String kind, String body) throws Exception {
        Commands.require("jq", "--version");
        String request = body.replace("SLOW", SLOW).replace("STORM", STORM).replace("STEP", STEP);
        Files.writeString(
                folder.resolve("verdict.json"),
                given().contentType("application/json")
                        .body(request)
                        .post("/v1/" + kind)
                        .asString());
        String script = Script.of(Markdown.read("docs/api.md"), "A shell step").get(0);
        Script.Outcome outcome = Script.run(script, folder, Map.of());
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        return outcome.out();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            load-gate         | {SLOW}                            | find: p95 latency in ms is 300, over the limit of 250 by 20 %.
            load-gate         | {}                                | all routes: No route was measured, and none has a budget.
            retry-storms      | {STORM}                           | minute 7: retry storm, attempt ratio 2.31
            retry-storms      | {"points":[{"minute":7}]}         | minute 7: not evaluated, missing: user_turns, service_attempts, dependency_error_rate
            retry-storms      | {"points":[]}                     | There was no point.
            capacity          | {STEP,"required_concurrency":150} | capacity: at_least, 50 supported, 150 required
            capacity          | {"p95_budget_ms":1,"error_budget":1,"steps":[]} | capacity: none, 0 supported
            release-readiness | {"retry_storms":{STORM}}          | retry_storms: Points at which retries amplified a failing dependency: 1. & load_gate: The policy requires a load gate, and the request has none.
            capacity          | {"steps":1}                       | /steps must be an array, but is 1.
            """)
    void saysWhyOfEachKind(String kind, String body, String why) throws Exception {
        assertThat(said(kind, body).lines()).containsExactly(why.split(" & "));
    }

    @Test
    void saysNothingOfAPass() throws Exception {
        assertThat(said("capacity", "{STEP}")).isEmpty();
    }
}
