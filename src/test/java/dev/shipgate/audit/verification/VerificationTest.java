package dev.shipgate.audit.verification;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class VerificationTest {

    private static final String PATH = "/v1/audit/verification";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static JsonNode verify(String query) {
        return json(given().get(PATH + query).then().statusCode(200).extract().asString());
    }

    private static JsonNode record() {
        String id =
                RunningService.answer("/v1/load-gate", "{}").path("decision_id").asText();
        return json(given().get("/v1/decisions/" + id).asString());
    }

    @Test
    void aChainThatNobodyTouchedIsIntactAndEndsWithTheNewestRecord() {
        JsonNode newest = record();
        JsonNode report = verify("");
        assertThat(report.path("intact").asBoolean()).isTrue();
        assertThat(report.path("last")).isEqualTo(newest.path("decision_id"));
        assertThat(report.path("head_hash")).isEqualTo(newest.path("hash"));
        assertThat(report.at("/chains/0/head_position")).isEqualTo(newest.path("position"));
        // Decisions, and that rules became active.
        assertThat(report.at("/chains/0/records")).isEqualTo(report.at("/chains/0/head_position"));
        assertThat(report.path("decisions").asInt())
                .isLessThan(report.at("/chains/0/records").asInt());
        assertThat(report.has("first_misfit")).isFalse();
    }

    @Test
    void aHashThatWasNotedMustStillBeThere() {
        String noted = record().path("hash").asText();
        record();
        given().get(PATH + "?head=" + noted).then().statusCode(200).body("intact", equalTo(true));

        String unknown = "f".repeat(64);
        given().get(PATH + "?head=" + noted + "&head=" + unknown)
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("first_misfit.reason", equalTo("removed"))
                .body("first_misfit.position", nullValue())
                .body("first_misfit.detail", org.hamcrest.Matchers.startsWith("No record has the hash " + unknown));
    }

    @Test
    void whatIsNoHashIsRefused() {
        given().get(PATH + "?head=abc&heads=1").then().statusCode(400).body("errors", hasSize(2));
    }
}
