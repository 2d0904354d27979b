package dev.shipgate.decision;

import static dev.shipgate.loadgate.GateClient.allFiveRoutes;
import static dev.shipgate.loadgate.GateClient.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same facts under the same rules give the same answer, byte for byte but for its id and its time. */
@QuarkusTest
class DeterminismTest {

    private static final int REQUESTS = 1_000;
    private static final int THREADS = 16;
    private static final String ID_AND_TIME = "^\\{\"decision_id\":\"[^\"]+\",\"evaluated_at\":\"[^\"]+\",";

    @Test
    void aLoadGateAskedAThousandTimesAtOnceHasOneAnswer() throws Exception {
        String body = "{\"service\":\"voice-agent\",\"environment\":\"production\",\"routes\":{\"zulu\":"
                + route(1, 0, 0, 0) + "," + allFiveRoutes() + ",\"alpha\":null},"
                + "\"budgets\":{\"book_table\":{\"p95_ms\":100},\"mike\":{\"error_rate\":0.1}}}";
        hasOneAnswer("/v1/load-gate", body);
    }

    @Test
    void aReadinessAskedAThousandTimesAtOnceHasOneAnswer() throws Exception {
        String body = """
                {"service":"voice-agent","environment":"production","version":"1","labels":{"b":"2","a":"1"},
                 "load_gate":{"routes":{"small_talk":{"p95_ms":900,"error_rate":0.004}}},
                 "retry_storms":{"points":[
                   {"minute":1,"user_turns":100,"service_attempts":231,"dependency_error_rate":0.22},
                   {"minute":2,"user_turns":100,"service_attempts":101}]},
                 "capacity":{"required_concurrency":100,"steps":[
                   {"concurrency":50,"p95_ms":420,"error_rate":0.001},
                   {"concurrency":100,"p95_ms":910,"error_rate":0.02}]}}""";
        hasOneAnswer("/v1/release-readiness", body);
    }

    private static void hasOneAnswer(String path, String body) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        Set<String> ids = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                asked.add(threads.submit(() -> {
                    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                    assertThat(response.statusCode()).isEqualTo(200);
                    answers.add(response.body().replaceFirst(ID_AND_TIME, "{"));
                    return ids.add(response.body().substring(0, 52));
                }));
            }
            for (Future<?> each : asked) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).startsWith("{\"verdict\":\"block\",\"ruleset\":");
        assertThat(ids).hasSize(REQUESTS);
    }
}
