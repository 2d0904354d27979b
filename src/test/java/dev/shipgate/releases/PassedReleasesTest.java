package dev.shipgate.releases;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.releases.ReleasesClient.SHIPPED;
import static dev.shipgate.releases.ReleasesClient.decide;
import static dev.shipgate.releases.ReleasesClient.mark;
import static dev.shipgate.releases.ReleasesClient.service;
import static dev.shipgate.releases.ReleasesClient.shipped;
import static dev.shipgate.releases.ReleasesClient.toldOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.DataFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a release that passes counts as shipped, and where values are masked. */
@QuarkusTest
@TestProfile(PassedReleasesTest.Passed.class)
class PassedReleasesTest {

    /** Each pass is a mark, and the cost of one route is nobody's business. */
    public static final class Passed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shipgate.data.dir",
                    DataFolder.fresh().toString(),
                    "shipgate.releases.shipped",
                    "passed",
                    "shipgate.audit.mask-labels",
                    "author",
                    "shipgate.audit.mask-pointers",
                    "/routes/find/secret,/steps/0/concurrency");
        }
    }

    @Test
    void aReleaseThatPassesHasShipped() {
        String decision = decide("passed", "1.0", 200);
        shipped("?service=" + service("passed"))
                .body("releases.decision_id", contains(decision))
                .body("releases.source", contains("passed"));
        given().get("/v1/audit/events?kind=release_shipped&limit=1")
                .then()
                .body("events[0].release.decision_id", equalTo(decision))
                .body("events[0].source", equalTo("passed"));
        mark(decision).statusCode(200).body("source", equalTo("passed"));
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> toldOf(decide("passed", "1.1", 900)).has("routes"));
        given().get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void aReleaseThatIsBlockedHasNot() {
        decide("blocked", "1.0", 900);
        shipped("?service=" + service("blocked")).body("releases", empty());
    }

    @Test
    void noMaskedNumberIsAMeasure() {
        String secret = ReleasesClient.request("masked", "1.0", 200).replace("ttft_p95_ms", "secret");
        String decision = decide("/v1/load-gate", secret).path("decision_id").asText();
        shipped("?service=" + service("masked")).body("releases", empty());
        isProblem(mark(decision), 409, SHIPPED).body("detail", containsString("[/routes/find/secret]"));
    }

    @Test
    void aMaskedLabelKeepsNoReleaseFromBeingAMeasure() {
        String labelled = ReleasesClient.request("labelled", "1.0", 200)
                .replaceFirst("\\{", "{\"labels\":{\"author\":\"jane.doe@example.com\"},");
        String decision = decide("/v1/load-gate", labelled).path("decision_id").asText();
        shipped("?service=" + service("labelled")).body("releases.decision_id", contains(decision));
    }

    @Test
    void aMaskedTextIsNotInWhatADecisionIsToldOfEarlierReleases() {
        decide("told", "built by jane.doe@example.com", 200);
        await().atMost(Duration.ofSeconds(1))
                .until(() -> toldOf(decide("told", "1.1", 900)).has("routes"));
        String labelled = ReleasesClient.request("told", "1.2", 240)
                .replaceFirst("\\{", "{\"labels\":{\"author\":\"jane.doe@example.com\"},");
        JsonNode answer = decide("/v1/load-gate", labelled);
        assertThat(answer.path("warnings").toString()).contains("when built by jane.doe@example.com shipped");
        String decision = answer.path("decision_id").asText();

        assertThat(given().get("/v1/decisions/" + decision).asString()).doesNotContain("jane.doe");
        assertThat(toldOf(decision).at("/routes/0/version").asText()).matches("built by masked:[0-9a-f]{64}");
        given().post("/v1/decisions/" + decision + "/replay")
                .then()
                .statusCode(200)
                .body("exact", equalTo(false))
                .body("identical", equalTo(true));
    }

    @Test
    void aNameThatIsMaskedIsNoNameOfAMeasure() {
        String labelled = ReleasesClient.request("of", "1.0", 200)
                .replaceFirst("\\{", "{\"labels\":{\"author\":\"" + service("of") + "\"},");
        String decision = decide("/v1/load-gate", labelled).path("decision_id").asText();
        isProblem(mark(decision), 409, SHIPPED).body("detail", containsString("[/labels/author]"));
    }

    @Test
    void aSupportedConcurrencyThatIsMaskedIsNoMeasure() {
        String decision = decide("/v1/capacity", """
                {"service":"steps","p95_budget_ms":800,"error_budget":0.01,
                 "steps":[{"concurrency":50,"p95_ms":420,"error_rate":0}]}""").path("decision_id").asText();
        assertThat(decision).isNotEmpty();
        isProblem(mark(decision), 409, SHIPPED).body("detail", containsString("[/steps/0/concurrency]"));
    }
}
