package dev.shipgate.http.limit;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.loadgate.GateClient;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many requests at once in the packaged application with a small heap, each a small body that needs a lot of memory: as
 * many are answered as there is room for, the rest is told to come again, and the service lives on.
 */
class ManyRequestsIT {

    private static final int CALLERS = 60;
    private static final int MAX_ROUNDS = 5;
    private static final int ROUTES = 5_000;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void areAnsweredOrToldToComeAgainWhileTheServiceLives() throws Exception {
        ServiceProcess service = services.onSqlite(DataFolder.fresh()).start();
        String nullRoutes = IntStream.range(0, ROUTES)
                .mapToObj(route -> "\"r" + route + "\":null")
                .collect(Collectors.joining(",", "{\"service\":\"many\",\"routes\":{", "}}"));

        List<JsonNode> decided = answered(() -> service.post("/v1/load-gate", nullRoutes, Map.of()));
        assertThat(decided).allSatisfy(answer -> {
            assertThat(answer.path("ship").asBoolean()).isFalse();
            // Of each route nothing was measured, and there is no budget for it.
            assertThat(answer.path("failures")).hasSize(2 * ROUTES);
        });
        assertThat(service.get("/v1/decisions?service=many&limit=500").path("decisions"))
                .hasSameSizeAs(decided);

        String replay = "/v1/decisions/" + decided.get(0).path("decision_id").asText() + "/replay";
        assertThat(answered(() -> service.post(replay, "", Map.of())))
                .allSatisfy(answer ->
                        assertThat(answer.path("identical").asBoolean()).isTrue());

        HttpResponse<byte[]> afterwards =
                service.post("/v1/load-gate", GateClient.bookTable(GateClient.WITHIN_BUDGET), Map.of());
        assertThat(afterwards.statusCode()).isEqualTo(200);
        assertThat(service.log()).doesNotContain("OutOfMemoryError", "ERROR");
    }

    /**
     * The answers to the callers who were let in. All ask at once, and ask again as long as all of them were let in:
     * they may have come one by one.
     */
    private List<JsonNode> answered(Callable<HttpResponse<byte[]>> asked) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        int requests = 0;
        while (answers.size() == requests && requests < MAX_ROUNDS * CALLERS) {
            answers.addAll(answeredAtOnce(asked));
            requests += CALLERS;
        }
        assertThat(answers).isNotEmpty().hasSizeLessThan(requests);
        return answers;
    }

    private List<JsonNode> answeredAtOnce(Callable<HttpResponse<byte[]>> asked) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        for (Future<HttpResponse<byte[]>> future : callers.invokeAll(Collections.nCopies(CALLERS, asked))) {
            HttpResponse<byte[]> response = future.get();
            JsonNode body = json(new String(response.body(), StandardCharsets.UTF_8));
            if (response.statusCode() == 200) {
                answers.add(body);
            } else {
                assertThat(response.statusCode()).as(body.toString()).isEqualTo(429);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
            }
        }
        return answers;
    }
}
