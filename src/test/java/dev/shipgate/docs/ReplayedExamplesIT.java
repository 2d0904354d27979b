package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.docs.OpenApiDocument.RequestExample;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each example that the contract shows is answered the same long afterwards. */
class ReplayedExamplesIT {

    private static final String BUDGETS = "load-gate/budgets.drl";

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final int portOfOthers = RestAssured.port;

    @AfterEach
    void leaveThePortToOthers() {
        RestAssured.port = portOfOthers;
    }

    @Test
    void everyExampleIsReplayedByteForByteAfterThreeEditsAndARestart() {
        LiveRules.restore();
        ServiceProcess service = services.onLiveRules(DataFolder.fresh()).start();
        RestAssured.port = service.port();
        List<Response> decisions = decideAllExamples();
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(5);

        LiveRules.edit(BUDGETS, "p95Ms(800)", "p95Ms(1)");
        LiveRules.edit("retry-storm/thresholds.drl", "insert(", "insert( ");
        LiveRules.delete("readiness");
        service.stop();
        service.start();
        RestAssured.port = service.port();

        for (Response decision : decisions) {
            String replay = given().post("/v1/decisions/" + decision.path("decision_id") + "/replay")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(replay)
                    .contains("\"identical\":true,\"exact\":true,")
                    .contains("\"replayed\":" + decision.asString() + ",");
        }
    }

    private static List<Response> decideAllExamples() {
        List<Response> decisions = new ArrayList<>();
        for (RequestExample example : OpenApiDocument.served().requestExamples()) {
            Response answer = given().contentType("application/json")
                    .body(example.body().toString())
                    .post(example.path());
            if (answer.statusCode() == 200 && answer.path("decision_id") != null) {
                decisions.add(answer);
            }
        }
        return decisions;
    }
}
