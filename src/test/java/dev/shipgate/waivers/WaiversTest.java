package dev.shipgate.waivers;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The verdicts that a waiver changes, and those that it does not. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class WaiversTest extends WaiverCallers {

    @Test
    void aSlowReleaseShipsWithAWaiverUntilItIsRevoked() {
        assertThat(decide(slow).path("verdict").asText()).isEqualTo("block");

        String id = grant(",\"route\":\"find\",\"ticket\":\"OPS-4711\"");
        JsonNode passed = decide(slow);
        assertThat(passed.path("verdict").asText()).isEqualTo("pass");
        assertThat(passed.path("ship").asBoolean()).isTrue();
        assertThat(passed.path("failures")).isEmpty();
        JsonNode waived = passed.at("/waived/0");
        assertThat(passed.path("waived")).hasSize(1);
        assertThat(waived.path("route").asText()).isEqualTo("find");
        assertThat(waived.path("reason").asText()).isEqualTo("latency");
        assertThat(waived.path("observed").asInt()).isEqualTo(900);
        assertThat(waived.path("limit").asInt()).isEqualTo(800);
        assertThat(waived.path("rule").asText()).isEqualTo("latency is over budget");
        assertThat(waived.path("waiver_id").asText()).isEqualTo(id);
        assertThat(waived.path("granted_by").asText()).isEqualTo("key:waive");
        assertThat(waived.path("justification").asText()).isEqualTo("Agreed with sales.");
        assertThat(waived.path("ticket").asText()).isEqualTo("OPS-4711");
        assertThat(Instant.parse(waived.path("until").asText())).isAfter(Instant.now());
        assertThat(passed.at("/checks/0/outcome").asText()).isEqualTo("fail");
        assertThat(passed.at("/checks/0/waiver_id").asText()).isEqualTo(id);

        JsonNode revoked = json(as(Roles.WAIVE, "DELETE", WAIVERS + "/" + id, "{\"message\":\"Fixed.\"}")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(revoked.path("state").asText()).isEqualTo("revoked");
        assertThat(revoked.path("revoked_by").asText()).isEqualTo("key:waive");
        assertThat(revoked.path("revocation_message").asText()).isEqualTo("Fixed.");
        assertThat(decide(slow).path("verdict").asText()).isEqualTo("block");
        as(Roles.WAIVE, "DELETE", WAIVERS + "/" + id, "{\"message\":\"Again.\"}")
                .then()
                .statusCode(409)
                .body("type", endsWith("waiver-not-valid"));
        assertThat(events("waiver_granted")).contains(id);
        assertThat(events("waiver_first_used")).contains(id);
        assertThat(events("waiver_revoked")).contains(id);
    }

    @Test
    void theWaiverAndTheListOfDecisionsTellWhichDecisionsItTurned() {
        String blocked = decide(slow).path("decision_id").asText();
        String id = grant("");
        String first = decide(slow).path("decision_id").asText();
        String second = decide(slow).path("decision_id").asText();
        String blockedForErrors = decide(request("\"p95_ms\":900,\"error_rate\":0.02"))
                .path("decision_id")
                .asText();

        get(WAIVERS + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("valid"))
                .body("decisions.decision_id", equalTo(List.of(second, first)))
                .body("decisions[0].kind", equalTo("load_gate"));
        assertThat(get("/v1/decisions?waived=true&service=" + service)
                        .jsonPath()
                        .<String>getList("decisions.decision_id"))
                .containsExactly(blockedForErrors, second, first);
        assertThat(get("/v1/decisions?waived=false&service=" + service)
                        .jsonPath()
                        .<String>getList("decisions.decision_id"))
                .containsExactly(blocked);
        get("/v1/decisions?waived=maybe").then().statusCode(400).body("detail", containsString("true, false"));
        assertThat(events("waiver_first_used").stream().filter(id::equals)).hasSize(1);
        assertThat(Keys.with(Keys.text(Roles.AUDIT)).get("/q/metrics").asString())
                .contains("shipgate_waived_total{kind=\"load_gate\",reason=\"latency\"}");
    }

    @Test
    void nobodyShipsWithAWaiverOfTheirOwn() {
        String both = Keys.add("both", Roles.EVALUATE, Roles.WAIVE);
        await().until(() -> Keys.with(both).get(WAIVERS).statusCode() == 200);
        Response granted =
                Keys.with(both).contentType("application/json").body(waiver("")).post(WAIVERS);
        assertThat(granted.statusCode()).isEqualTo(201);
        JsonNode own = json(Keys.with(both)
                .contentType("application/json")
                .body(slow)
                .post(GATE)
                .asString());
        assertThat(own.path("verdict").asText()).isEqualTo("block");
        assertThat(own.at("/failures/0/detail").asText())
                .endsWith("The waiver " + granted.jsonPath().getString("waiver_id")
                        + " does not count, as key:both granted it and asks for the verdict.");
        assertThat(decide(slow).path("verdict").asText()).isEqualTo("pass");
    }

    @Test
    void aReleaseThatDiffersFromItsWaiverIsBlocked() {
        grant(",\"environment\":\"staging\"");
        grant(",\"version\":\"1.0.1\"");
        grant(",\"route\":\"other\"");
        assertThat(decide(slow).path("verdict").asText()).isEqualTo("block");
        grant(",\"environment\":\"production\",\"version\":\"1.0.0\",\"route\":\"find\"");
        assertThat(decide(slow).path("verdict").asText()).isEqualTo("pass");
    }

    @Test
    void ofTwoWaiversOfOneFailureTheOneThatLastsLongerIsTold() {
        grant("");
        String later = Instant.now()
                .plus(2, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String id = as(
                        Roles.WAIVE,
                        "POST",
                        WAIVERS,
                        waiver("").replaceAll("\"until\":\"[^\"]*\"", "\"until\":\"" + later + "\""))
                .jsonPath()
                .getString("waiver_id");
        grant("");
        JsonNode answer = decide(slow);
        assertThat(answer.path("waived")).hasSize(1);
        assertThat(answer.at("/waived/0/waiver_id").asText()).isEqualTo(id);
    }

    @Test
    void aRecordedAnswerStaysUnderItsKeyWhenItsWaiverIsRevoked() {
        String id = grant("");
        String key = UUID.randomUUID().toString();
        String first = underKey(key);
        as(Roles.WAIVE, "DELETE", WAIVERS + "/" + id, "{\"message\":\"Fixed.\"}")
                .then()
                .statusCode(200);
        assertThat(underKey(key)).isEqualTo(first).contains("\"verdict\":\"pass\"");
        assertThat(underKey(UUID.randomUUID().toString())).contains("\"verdict\":\"block\"");
    }

    private String underKey(String key) {
        return Keys.with(Keys.text(Roles.EVALUATE))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(slow)
                .post(GATE)
                .asString();
    }

    @Test
    void aReplayHasTheWaiversOfThenAndAsksNobody() {
        String id = grant("");
        JsonNode passed = decide(slow);
        as(Roles.WAIVE, "DELETE", WAIVERS + "/" + id, "{\"message\":\"Fixed.\"}")
                .then()
                .statusCode(200);
        JsonNode record =
                json(get("/v1/decisions/" + passed.path("decision_id").asText()).asString());
        assertThat(record.at("/context/waivers/0/waiver_id").asText()).isEqualTo(id);
        assertThat(record.at("/context/waivers/0/justification").asText()).isEqualTo("Agreed with sales.");
        JsonNode replay = json(as(
                        Roles.AUDIT,
                        "POST",
                        "/v1/decisions/" + passed.path("decision_id").asText() + "/replay",
                        "")
                .asString());
        assertThat(replay.path("identical").asBoolean()).isTrue();
        assertThat(replay.path("replayed")).isEqualTo(passed);
    }

    @Test
    void everyReportCountsWaiversFirst() {
        String id = grant("");
        String decision = decide(slow).path("decision_id").asText();
        String markdown = report(decision, "text/markdown");
        assertThat(markdown.lines().findFirst().orElse("")).contains("ships with 1 waiver");
        assertThat(markdown).contains("**Waived**", "p95 latency in ms is 900", "by key&#58;waive: Agreed with sales.");
        assertThat(report(decision, "text/plain")).startsWith("SHIPS WITH 1 WAIVER");
        assertThat(report(decision, "application/xml"))
                .contains("ships with 1 waiver", "skipped=\"1\"", "<skipped>p95 latency in ms is 900")
                .doesNotContain("<failure");
        assertThat(id).isNotEmpty();
    }

    private static String report(String decision, String form) {
        Response report = Keys.with(Keys.text(Roles.AUDIT)).accept(form).get("/v1/decisions/" + decision);
        return report.statusCode() == 200 ? report.asString() : form + " " + report.asString();
    }
}
