package dev.shipgate.backtest.http;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.LiveRules;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Decisions to be backtested, and backtests of them, over HTTP. */
final class Backtesting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Backtesting() {}

    /** Decides a load gate of one route, whose limits the caller gives. */
    static String decide(String service, int p95Ms, int budgetMs) {
        Response answer = given().contentType("application/json")
                .body("""
                        {"service":"%s","environment":"staging","version":"1",
                         "routes":{"find":{"p95_ms":%d,"error_rate":0,"cost_per_success":0.01,"task_success_delta":0}},
                         "budgets":{"find":{"p95_ms":%d,"error_rate":0.01,"cost_per_success":1}}}""".formatted(service, p95Ms, budgetMs))
                .post("/v1/load-gate");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("decision_id");
    }

    /** The files of the live rules, without their tests, as a backtest takes them. */
    static ObjectNode files() {
        ObjectNode files = JSON.createObjectNode();
        Path folder = LiveRules.folder();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".drl")).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The same with one more rule for the load gate: a failure of everything that a service releases. */
    static ObjectNode filesWithFreeze(String service) {
        return files().put("load-gate/freeze.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.Failure
                rule "a freeze" @owner("sre") when Release(service == "%s") then
                    insert(new Failure(null, "freeze", "Nothing ships this week."));
                end
                """.formatted(service));
    }

    /** The body of a request for a backtest of files over the decisions on one service. */
    static ObjectNode request(ObjectNode files, String service) {
        ObjectNode body = JSON.createObjectNode();
        body.set("files", files);
        return body.put("service", service);
    }

    static Response post(ObjectNode body) {
        return given().contentType("application/json").body(body.toString()).post("/v1/backtests");
    }

    /** Runs a backtest to its end. */
    static JsonNode run(ObjectNode body) {
        Response started = post(body);
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        return ended(started.header("Location"));
    }

    static JsonNode ended(String location) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !get(location).path("state").asText().equals("running"));
        return get(location);
    }

    static JsonNode get(String location) {
        Response answer = RestAssured.get(location);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer.asString());
    }
}
