package dev.shipgate.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.Json;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four clients publish and roll back at once while others ask. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class ConcurrentPublicationTest {

    private static final int CLIENTS = 4;
    private static final int ROUNDS = 3;
    private static final String SERVICE = "asked-meanwhile";

    /** Two rules that must come from one version: each leaves the same number in the answer. */
    private static Map<String, String> ruleset(int number) {
        String rule = """
                package shipgate.loadgate
                rule "%s %d" @owner("sre") when then
                    insert(new dev.shipgate.loadgate.Failure(null, "number", "%d"));
                end
                """;
        return Map.of(
                "load-gate/one.drl", rule.formatted("one", number, number),
                "load-gate/two.drl", rule.formatted("two", number, number));
    }

    @Test
    void eachDecisionIsOfOneVersionAndVersionsFollowOneOrder() throws Exception {
        LiveRules.reset();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 2);
        AtomicBoolean publishing = new AtomicBoolean(true);
        try {
            List<Future<List<Response>>> askers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                askers.add(threads.submit(() -> askWhile(publishing)));
            }
            List<Future<Map<String, Integer>>> publishers = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * ROUNDS;
                publishers.add(threads.submit(publishing(first)));
            }
            Map<String, Integer> numberOfVersion = new HashMap<>();
            for (Future<Map<String, Integer>> publisher : publishers) {
                numberOfVersion.putAll(publisher.get());
            }
            publishing.set(false);
            List<Response> decisions = new ArrayList<>();
            for (Future<List<Response>> asker : askers) {
                decisions.addAll(asker.get());
            }
            assertEachIsOfOneVersion(decisions, numberOfVersion);
            assertOneOrder(decisions);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Publishes a ruleset, and goes back to the one that it published first, again and again. */
    private static Callable<Map<String, Integer>> publishing(int first) {
        return () -> {
            Map<String, Integer> numbers = new HashMap<>();
            String firstVersion = null;
            for (int number = first; number < first + ROUNDS; number++) {
                Response published = Publisher.publish(ruleset(number), "number " + number, null);
                assertThat(published.statusCode()).as(published.asString()).isEqualTo(201);
                String version = published.path("version");
                numbers.put(version, number);
                firstVersion = firstVersion == null ? version : firstVersion;
                assertThat(Publisher.activate(firstVersion, "back").statusCode())
                        .isEqualTo(200);
            }
            return numbers;
        };
    }

    private static List<Response> askWhile(AtomicBoolean publishing) {
        List<Response> answers = new ArrayList<>();
        while (publishing.get()) {
            answers.add(Publisher.request()
                    .body("{\"service\":\"" + SERVICE + "\"}")
                    .post("/v1/load-gate"));
        }
        return answers;
    }

    private static void assertEachIsOfOneVersion(List<Response> decisions, Map<String, Integer> numberOfVersion) {
        List<String> versions = new ArrayList<>();
        for (Response decision : decisions) {
            assertThat(decision.statusCode()).as(decision.asString()).isEqualTo(200);
            String version = decision.path("ruleset.version");
            Integer number = numberOfVersion.get(version);
            if (number != null) {
                versions.add(version);
                assertThat(decision.<List<String>>path("failures.findAll { it.reason == 'number' }.detail"))
                        .containsExactly(number.toString(), number.toString());
                assertThat(decision.<List<String>>path("rules_fired.rule"))
                        .containsExactlyInAnyOrder("one " + number, "two " + number);
            }
        }
        assertThat(versions.stream().distinct().count())
                .as("versions that were asked")
                .isGreaterThan(3);
    }

    /** Each activation replaces the one before it, and no decision comes before the activation of its rules. */
    private static void assertOneOrder(List<Response> decisions) {
        Response events = RestAssured.get("/v1/audit/events?limit=500");
        List<String> newestFirst = events.path("events.findAll { it.kind == 'ruleset_activated' }.ruleset.version");
        List<String> previous = events.path("events.findAll { it.kind == 'ruleset_activated' }.previous");
        List<Integer> positions = events.path("events.findAll { it.kind == 'ruleset_activated' }.position");
        assertThat(newestFirst.size()).isGreaterThan(CLIENTS * ROUNDS);
        assertThat(positions).isSortedAccordingTo((a, b) -> b - a);
        assertThat(previous.subList(0, previous.size() - 1)).isEqualTo(newestFirst.subList(1, newestFirst.size()));
        Map<String, Integer> firstPosition = new HashMap<>();
        for (int i = 0; i < positions.size(); i++) {
            firstPosition.put(newestFirst.get(i), positions.get(i));
        }
        List<JsonNode> records = RestAssured.given()
                .accept("application/x-ndjson")
                .get("/v1/decisions?service=" + SERVICE)
                .asString()
                .lines()
                .map(Json::json)
                .toList();
        assertThat(records).hasSize(decisions.size());
        for (JsonNode record : records) {
            assertThat(record.path("position").asInt())
                    .isGreaterThan(
                            firstPosition.get(record.at("/ruleset/version").asText()));
        }
        assertThat(RestAssured.get("/v1/audit/verification").<Boolean>path("intact"))
                .isTrue();
        assertThat(LiveRules.activeVersion()).isEqualTo(newestFirst.get(0));
    }
}
