package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.Commands;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each caller of the page of integrations, with its recipe, where a release is ready, is not, and nobody can say. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class CallersTest {

    private static final int BUDGET_MS = 250;

    /** No other test, and no other run, decides on it. */
    private final String version = "v-" + UUID.randomUUID();

    private final Path here = DataFolder.fresh();

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @AfterEach
    void shippedRulesAgain() {
        LiveRules.reset();
    }

    private ExampleCaller caller() throws IOException {
        return new ExampleCaller("http://localhost:" + RestAssured.port, AllRoles.key(), version);
    }

    private void decide(int p95Ms, int status) {
        given().contentType("application/json")
                .body("{\"service\":\"waitlist\",\"environment\":\"production\",\"version\":\"" + version
                        + "\",\"routes\":{\"join\":{\"p95_ms\":" + p95Ms
                        + ",\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}},\"budgets\":{\"join\":"
                        + "{\"p95_ms\":" + BUDGET_MS + ",\"error_rate\":0.01,\"cost_per_success\":0.002}}}")
                .post("/v1/load-gate")
                .then()
                .statusCode(status);
    }

    private static void letRulesFail() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release(service == "waitlist") then int zero = 0; int one = 1 / zero; end
                """);
    }

    /** The reaction of the controllers that only ask. */
    private void assertControllers(ExampleCaller caller, String argo, boolean goesOn, int tektonExitCode)
            throws Exception {
        assertThat(caller.argo()).as("Argo Rollouts").isEqualTo(argo);
        assertThat(caller.flagger()).as("Flagger").isEqualTo(goesOn);
        assertThat(caller.azure()).as("Azure Pipelines").isEqualTo(goesOn);
        Commands.require("curl", "--version");
        String script = Integrations.yaml("Tekton").at("/spec/steps/0/script").asText();
        Script.Outcome tekton = Script.run(script, here, caller.environment());
        assertThat(tekton.exitCode()).as(tekton.out()).isEqualTo(tektonExitCode);
    }

    private Script.Outcome shellStep(ExampleCaller caller, int p95Ms) throws Exception {
        Commands.require("curl", "--version");
        Files.writeString(here.resolve("summary.json"), """
                {"metrics": {
                  "http_reqs": {"type": "counter", "contains": "default", "values": {"count": 1000, "rate": 33.3}},
                  "http_req_duration": {"type": "trend", "contains": "time",
                    "values": {"avg": 97, "med": 91, "p(90)": 90, "p(95)": %d}},
                  "http_req_failed": {"type": "rate", "contains": "default",
                    "values": {"rate": 0.002, "passes": 2, "fails": 998}}},
                 "root_group": {"name": ""}}
                """.formatted(p95Ms));
        Files.writeString(here.resolve("quality.csv"), "route,cost_per_success,task_success_delta\njoin,0.001,0.01\n");
        Files.writeString(
                here.resolve("budgets.json"),
                "{\"budgets\": {\"join\": {\"p95_ms\": " + BUDGET_MS
                        + ", \"error_rate\": 0.01, \"cost_per_success\": 0.002}}}");
        String script = Script.of(Integrations.page(), "A shell step").get(0);
        return Script.run(script, here, caller.environment());
    }

    @Test
    void aReadyReleaseGoesOn() throws Exception {
        decide(BUDGET_MS, 200);
        assertControllers(caller(), "Successful", true, 0);
    }

    @Test
    void aReleaseThatIsNotReadyIsHeld() throws Exception {
        decide(BUDGET_MS + 1, 200);
        assertControllers(caller(), "Failed", false, 1);
    }

    @Test
    void whereTheRulesFailedNobodyCanSay() throws Exception {
        decide(BUDGET_MS, 200);
        letRulesFail();
        decide(BUDGET_MS, 500);
        assertControllers(caller(), "Inconclusive", false, 3);
    }

    @Test
    void whereNothingWasDecidedNobodyCanSay() throws Exception {
        assertControllers(caller(), "Error", false, 3);
    }

    @Test
    void withAWrongKeyNobodyCanSay() throws Exception {
        decide(BUDGET_MS, 200);
        ExampleCaller stranger = new ExampleCaller(caller().address(), caller().key() + "x", version);
        assertControllers(stranger, "Error", false, 3);
        assertThat(shellStep(stranger, BUDGET_MS)).satisfies(step -> {
            assertThat(step.exitCode()).isEqualTo(3);
            assertThat(step.out()).contains("\"status\":401");
        });
    }

    @Test
    void withoutAServiceNobodyCanSay() throws Exception {
        // No service listens on the port of tcpmux.
        ExampleCaller lost = new ExampleCaller("http://localhost:1", caller().key(), version);
        assertControllers(lost, "Error", false, 3);
        assertThat(shellStep(lost, BUDGET_MS).exitCode()).isEqualTo(3);
    }

    @Test
    void aShellStepThatHasResultsBringsAboutWhatControllersAskFor() throws Exception {
        Script.Outcome ready = shellStep(caller(), BUDGET_MS);
        assertThat(ready.exitCode()).as(ready.out()).isZero();
        assertThat(ready.out()).startsWith("CAN SHIP  waitlist " + version + " in production");
        assertControllers(caller(), "Successful", true, 0);
    }

    @Test
    void aShellStepFailsForAReleaseThatIsNotReady() throws Exception {
        Script.Outcome blocked = shellStep(caller(), BUDGET_MS + 1);
        assertThat(blocked.exitCode()).as(blocked.out()).isEqualTo(1);
        assertThat(blocked.out()).startsWith("DO NOT SHIP  waitlist " + version + " in production");
        assertControllers(caller(), "Failed", false, 1);
    }

    @Test
    void aShellStepSaysThatNobodyKnowsWhereTheRulesFailed() throws Exception {
        letRulesFail();
        Script.Outcome failed = shellStep(caller(), BUDGET_MS);
        assertThat(failed.exitCode()).as(failed.out()).isEqualTo(3);
        assertThat(failed.out()).contains("policy-evaluation-failed");
    }
}
