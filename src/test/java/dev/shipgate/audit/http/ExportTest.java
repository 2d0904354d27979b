package dev.shipgate.audit.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.Json;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class ExportTest {

    /** More than are read from the store at once. */
    private static final int DECISIONS = 250;

    private static List<String> export(String query) {
        return given().accept("application/x-ndjson")
                .get("/v1/decisions" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    @Test
    void allRecordsThatFitAreExportedALineEachAsTheyAreShown() {
        String service = "export-" + UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            ids.add(RunningService.answer("/v1/load-gate", "{\"service\":\"" + service + "\"}")
                    .path("decision_id")
                    .asText());
        }
        Collections.reverse(ids);

        List<String> lines = export("?service=" + service);
        assertThat(lines.stream().map(line -> json(line).path("decision_id").asText()))
                .isEqualTo(ids);
        assertThat(given().get("/v1/decisions/" + ids.get(0)).asString()).isEqualTo(lines.get(0));
        assertThat(export("?limit=101&service=" + service)).isEqualTo(lines.subList(0, 101));
        assertThat(export("?service=" + service + "&cursor=" + ids.get(200))).isEqualTo(lines.subList(201, DECISIONS));
    }

    @Test
    void nothingIsExportedOfAServiceThatNobodyKnows() {
        assertThat(export("?service=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void aListIsJsonUnlessLinesAreAskedFor() {
        for (String accept : List.of("*/*", "application/json", "application/json, application/x-ndjson;q=0.9")) {
            given().accept(accept).get("/v1/decisions?limit=1").then().contentType("application/json");
        }
        given().accept("text/html").get("/v1/decisions").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void allRecordsAreExportedInTheOrderOfTheirChainWithoutAGap() {
        RunningService.answer("/v1/load-gate", "{\"service\":\"export-" + UUID.randomUUID() + "\"}");
        List<JsonNode> records = given().accept("application/x-ndjson")
                .get("/v1/audit/records")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .map(Json::json)
                .toList();
        assertThat(records)
                .extracting(record -> record.path("kind").asText())
                .contains("ruleset_activated", "load_gate");
        assertThat(records.get(0).path("position").asInt()).isEqualTo(1);
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).path("previous_hash"))
                    .isEqualTo(records.get(i - 1).path("hash"));
        }
        given().get("/v1/audit/records?service=a").then().statusCode(400);
    }
}
