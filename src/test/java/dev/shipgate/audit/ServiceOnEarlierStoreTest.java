package dev.shipgate.audit;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.RunningService;
import dev.shipgate.testing.StoreBeforeVerdict;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The service goes on with the records of the last version without a verdict in its answers, and says of them the same.
 */
@QuarkusTest
@TestProfile(ServiceOnEarlierStoreTest.Profile.class)
@ExtendWith(AllRoles.class)
class ServiceOnEarlierStoreTest {

    /** Starts the service on a copy of the records, with a key of the caller that most of them are of. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new AllRoles.Profile().getConfigOverrides());
            config.put("shipgate.data.dir", StoreBeforeVerdict.copy().toString());
            return config;
        }
    }

    private static String text(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode get(String path) {
        return json(text(given().get(path)));
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static JsonNode response(String decisionId) {
        return get("/v1/decisions/" + decisionId).path("response");
    }

    @Test
    void eachRecordIsReadByteForByte() {
        for (String line : StoreBeforeVerdict.decisions()) {
            String id = json(line).path("decision_id").asText();
            assertThat(text(given().get("/v1/decisions/" + id))).isEqualTo(line);
        }
    }

    @Test
    void recordsAreExportedByteForByte() {
        List<String> newestFirst = new ArrayList<>(StoreBeforeVerdict.decisions());
        Collections.reverse(newestFirst);
        assertThat(text(given().accept("application/x-ndjson").get("/v1/decisions"))
                        .lines()
                        .toList())
                .endsWith(newestFirst.toArray(String[]::new));
    }

    @Test
    void decisionsAndEventsAreListedAsBefore() {
        assertEndsWith("/v1/decisions?limit=500", "decisions.json", "decisions");
        assertEndsWith("/v1/audit/events?limit=500", "events.json", "events");
    }

    /** Which one decides now is another thing. */
    @Test
    void rulesetsThatDecidedAreKnownWithTheirText() {
        List<JsonNode> now = elements(get("/v1/rulesets").path("rulesets"));
        List<JsonNode> before =
                elements(StoreBeforeVerdict.answer("rulesets.json").path("rulesets"));
        Stream.of(now, before).flatMap(List::stream).forEach(version -> ((ObjectNode) version).remove("active"));
        assertThat(now).endsWith(before.toArray(JsonNode[]::new));
        for (JsonNode version : before) {
            assertThat(get("/v1/rulesets/" + version.path("version").asText())
                            .path("files")
                            .findValuesAsText("text")
                            .toString())
                    .contains("rule \"voice-agent in production: booking a table\"");
        }
    }

    /** The elements that were recorded since come first. */
    private static void assertEndsWith(String path, String file, String member) {
        List<JsonNode> before = elements(StoreBeforeVerdict.answer(file).path(member));
        assertThat(before).isNotEmpty();
        assertThat(elements(get(path).path(member))).endsWith(before.toArray(JsonNode[]::new));
    }

    @Test
    void theChainIsIntactAndGoesOn() {
        JsonNode before = get("/v1/audit/verification?head=" + StoreBeforeVerdict.HEAD);
        assertThat(before.path("intact").asBoolean()).as(before.toString()).isTrue();
        assertThat(before.at("/chains/0/chain"))
                .isEqualTo(StoreBeforeVerdict.answer("verification.json").at("/chains/0/chain"));

        JsonNode answer = RunningService.answer("/v1/retry-storms", "{\"points\":[]}");
        JsonNode after = get("/v1/audit/verification?head=" + StoreBeforeVerdict.HEAD + "&head="
                + before.path("head_hash").asText());
        assertThat(after.path("intact").asBoolean()).as(after.toString()).isTrue();
        assertThat(after.path("last")).isEqualTo(answer.path("decision_id"));
        assertThat(after.path("decisions").asInt())
                .isEqualTo(before.path("decisions").asInt() + 1);
    }

    @Test
    void aRetryGetsTheRecordedAnswerByteForByte() {
        List<JsonNode> calls = retries(false);
        assertThat(calls).isNotEmpty();
        for (JsonNode call : calls) {
            Response again = retried(call);
            assertThat(text(again)).isEqualTo(call.path("answer").asText());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    /** An import that reads more figures of a file than before makes another request of it. It is not decided twice. */
    @Test
    void anImportThatReadsMoreThanBeforeIsAnotherRequest() {
        List<JsonNode> calls = retries(true);
        assertThat(calls).isNotEmpty();
        for (JsonNode call : calls) {
            assertThat(retried(call).statusCode()).isEqualTo(422);
        }
    }

    /** @param importsOfGates whether those of imports for the load gate, and else all others */
    private static List<JsonNode> retries(boolean importsOfGates) {
        return StoreBeforeVerdict.answers("retries.ndjson").stream()
                .filter(call -> call.path("path").asText().startsWith("/v1/load-gate/imports") == importsOfGates)
                .toList();
    }

    private static Response retried(JsonNode call) {
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .header("Idempotency-Key", call.path("idempotency_key").asText())
                .body(call.path("body").asText().getBytes(StandardCharsets.UTF_8))
                .post(call.path("path").asText());
    }

    @Test
    void aRetryThatAsksForFiringsGetsThemFromTheRecord() {
        JsonNode call = StoreBeforeVerdict.answers("retries.ndjson").stream()
                .filter(retry -> retry.path("path").asText().equals("/v1/load-gate"))
                .findFirst()
                .orElseThrow();
        JsonNode recorded = json(call.path("answer").asText());
        String again = text(given().contentType("application/json")
                .header("Idempotency-Key", call.path("idempotency_key").asText())
                .body(call.path("body").asText().getBytes(StandardCharsets.UTF_8))
                .post("/v1/load-gate?include=firings"));

        List<JsonNode> firings = elements(recorded.path("rules_fired"));
        firings.forEach(firing -> ((ObjectNode) firing).retain("rule", "facts"));
        assertThat(firings).isNotEmpty();
        JsonNode told = json(again);
        assertThat(elements(told.path("firings"))).isEqualTo(firings);
        JsonNode rest = json(call.path("answer").asText());
        Stream.of(told, rest).forEach(answer -> ((ObjectNode) answer).remove("firings"));
        assertThat(told).isEqualTo(rest);
    }

    @Test
    void aReportTellsTheVerdictOfTheRecord() {
        for (String line : StoreBeforeVerdict.decisions()) {
            JsonNode record = json(line);
            String verdict = record.path("verdict").asText();
            String report = text(given().accept("text/plain")
                    .get("/v1/decisions/" + record.path("decision_id").asText()));
            assertThat(report.startsWith("NO VERDICT")).isEqualTo(verdict.equals("error"));
            assertThat(report.startsWith("DO NOT SHIP")).isEqualTo(verdict.equals("block"));
        }
    }

    /** The form of answers may change, but their content for the same request and rules may not. */
    @Test
    void aReplayFindsNoDifference() {
        for (JsonNode before : StoreBeforeVerdict.answers("replays.ndjson")) {
            String id = before.path("decision_id").asText();
            Response replay = given().post("/v1/decisions/" + id + "/replay");
            assertThat(replay.statusCode())
                    .as(replay.asString())
                    .isEqualTo(before.path("status").asInt());
            JsonNode report = json(replay.asString());
            for (String member : List.of("ruleset", "identical", "exact", "masked", "differences", "type", "errors")) {
                assertThat(report.path(member)).as(id + " " + member).isEqualTo(before.path(member));
            }
            if (replay.statusCode() == 200) {
                assertThat(report.path("identical").asBoolean()).isTrue();
                assertThat(report.path("recorded")).isEqualTo(response(id));
            }
        }
    }

    /** Which rules fired is left out: other rules differ there, and both forms of an answer say it in their own way. */
    @Test
    void aReplayUnderOtherRulesStillFindsWhatTheyTurn() {
        JsonNode before = StoreBeforeVerdict.answer("replay-under-other-rules.json");
        JsonNode report = json(text(given().urlEncodingEnabled(false)
                .post("/v1/decisions/" + before.path("decision_id").asText() + "/replay?ruleset="
                        + before.at("/ruleset/version").asText())));
        assertThat(report.path("identical").asBoolean()).isFalse();
        assertThat(elements(report.path("differences")))
                .containsAll(elements(before.path("differences")).stream()
                        .filter(difference ->
                                !difference.path("pointer").asText().matches("/(rules_fired|firings)(/.*)?"))
                        .toList());
    }
}
