package dev.shipgate.waivers;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A waiver that names what is masked counts, and the record of the decision that used it does not say it. */
@QuarkusTest
@TestProfile(MaskedWaiversTest.Masked.class)
class MaskedWaiversTest {

    private static final String MASK = "masked:[0-9a-f]{64}";
    private static final String WAIVERS = "/v1/waivers";

    /** The version and the author are nobody's business. */
    public static final class Masked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new Keys.Profile().getConfigOverrides());
            config.put("shipgate.audit.mask-pointers", "/version");
            config.put("shipgate.audit.mask-labels", "author");
            return config;
        }
    }

    /** Each test has a service of its own, so that no waiver of another test counts. */
    private final String service = "masked-" + UUID.randomUUID();

    private final String slow = request("2026.11-falcon", "jane.doe@example.com");

    private String request(String version, String author) {
        return """
                {"service":"%s","environment":"production","version":"%s","labels":{"author":"%s"},
                 "routes":{"find":{"p95_ms":900,"error_rate":0.001,"cost_per_success":0.01,"task_success_delta":0}},
                 "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05}}}""".formatted(service, version, author);
    }

    private static Response as(String role, String path, String body) {
        return Keys.with(Keys.text(role))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private String grant(String more) {
        Instant until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Response granted = as(
                Roles.WAIVE,
                WAIVERS,
                "{\"service\":\"%s\",\"reason\":\"latency\",\"until\":\"%s\"%s}".formatted(service, until, more));
        assertThat(granted.statusCode()).as(granted.asString()).isEqualTo(201);
        return granted.jsonPath().getString("waiver_id");
    }

    private static JsonNode decide(String body) {
        Response answer = as(Roles.EVALUATE, "/v1/load-gate", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer.asString());
    }

    private static String record(JsonNode decision) {
        return Keys.with(Keys.text(Roles.AUDIT))
                .get("/v1/decisions/" + decision.path("decision_id").asText())
                .asString();
    }

    private static JsonNode replay(JsonNode decision) {
        Response replay =
                as(Roles.AUDIT, "/v1/decisions/" + decision.path("decision_id").asText() + "/replay", "");
        assertThat(replay.statusCode()).as(replay.asString()).isEqualTo(200);
        return json(replay.asString());
    }

    @Test
    void aWaiverOfTheMaskedVersionCountsAndItsRecordDoesNotNameIt() {
        grant(",\"version\":\"2026.10-eagle\",\"justification\":\"Another one.\"");
        String id = grant(",\"version\":\"2026.11-falcon\",\"ticket\":\"OPS-2026.11-falcon\","
                + "\"justification\":\"Sales want 2026.11-falcon, says jane.doe@example.com.\"");
        JsonNode passed = decide(slow);
        assertThat(passed.path("verdict").asText()).isEqualTo("pass");
        assertThat(passed.at("/waived/0/waiver_id").asText()).isEqualTo(id);
        assertThat(passed.at("/waived/0/justification").asText())
                .as("the caller's answer is not masked")
                .isEqualTo("Sales want 2026.11-falcon, says jane.doe@example.com.");

        String record = record(passed);
        assertThat(record).doesNotContain("falcon").doesNotContain("jane.doe");
        JsonNode waivers = json(record).at("/context/waivers");
        assertThat(waivers).hasSize(1);
        JsonNode waiver = waivers.path(0);
        assertThat(waiver.path("waiver_id").asText()).isEqualTo(id);
        assertThat(waiver.path("version").asText()).matches(MASK);
        assertThat(waiver.path("version")).isEqualTo(json(record).at("/request/version"));
        assertThat(waiver.path("justification").asText()).matches("Sales want " + MASK + ", says " + MASK + "\\.");
        assertThat(waiver.path("ticket").asText()).matches("OPS-" + MASK);
        assertThat(waiver.path("granted_by").asText()).isEqualTo("key:waive");
    }

    @Test
    void aReplayIsNotExactAndPassesByTheSameWaiver() {
        String id = grant(",\"version\":\"2026.11-falcon\",\"justification\":\"Sales want 2026.11-falcon.\"");
        JsonNode passed = decide(slow);
        Keys.with(Keys.text(Roles.WAIVE))
                .contentType("application/json")
                .body("{\"message\":\"Fixed.\"}")
                .delete(WAIVERS + "/" + id)
                .then()
                .statusCode(200);

        JsonNode replay = replay(passed);
        assertThat(replay.path("exact").asBoolean(true)).isFalse();
        assertThat(replay.path("masked")).isEqualTo(json("[\"/version\",\"/labels/author\"]"));
        JsonNode replayed = replay.path("replayed");
        assertThat(replayed.path("verdict").asText()).isEqualTo("pass");
        assertThat(replayed.path("waived")).hasSize(1);
        for (String field : new String[] {"route", "reason", "observed", "limit", "rule", "waiver_id", "granted_by"}) {
            assertThat(replayed.at("/waived/0").path(field))
                    .as(field)
                    .isEqualTo(passed.at("/waived/0").path(field));
        }
        assertThat(replayed.at("/waived/0/waiver_id").asText()).isEqualTo(id);
        assertThat(replay.path("identical").asBoolean()).as(replay.toString()).isTrue();
        assertThat(replay.toString()).doesNotContain("falcon");
    }

    @Test
    void aWaiverOfTheCallersOwnIsMaskedToo() {
        String both = "both-" + UUID.randomUUID();
        String key = Keys.add(both, Roles.EVALUATE, Roles.WAIVE);
        await().until(() -> Keys.with(key).get(WAIVERS).statusCode() == 200);
        String until = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Keys.with(key)
                .contentType("application/json")
                .body("{\"service\":\"" + service
                        + "\",\"reason\":\"latency\",\"version\":\"2026.11-falcon\",\"until\":\"" + until
                        + "\",\"justification\":\"2026.11-falcon may go.\"}")
                .post(WAIVERS)
                .then()
                .statusCode(201);
        JsonNode blocked = json(Keys.with(key)
                .contentType("application/json")
                .body(slow)
                .post("/v1/load-gate")
                .asString());
        assertThat(blocked.path("verdict").asText()).isEqualTo("block");
        String record = record(blocked);
        assertThat(record).doesNotContain("falcon");
        assertThat(json(record).at("/context/waivers_of_caller/0/version").asText())
                .matches(MASK);
        assertThat(replay(blocked).path("identical").asBoolean()).isTrue();
    }

    /** As with the id of the decision, a caller could otherwise make it unreadable by a label of such a text. */
    @Test
    void whatTheServiceSaysOfAWaiverIsLeftAsItIs() {
        String id = grant(",\"justification\":\"Agreed with key.\"");
        for (String author : new String[] {id.substring(0, 4), "key", "key:waive", "2026"}) {
            JsonNode passed = decide(request("1.0.0", author));
            JsonNode waived = json(record(passed)).at("/response/waived/0");
            for (String field : new String[] {"waiver_id", "granted_by", "until"}) {
                assertThat(waived.path(field))
                        .as(field + " beside the author " + author)
                        .isEqualTo(passed.at("/waived/0").path(field));
            }
        }
    }
}
