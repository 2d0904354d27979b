package dev.shipgate.durability;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.loadgate.GateClient;
import dev.shipgate.testing.PostgresServer;
import dev.shipgate.testing.ServiceProcess;
import dev.shipgate.testing.ServiceProcesses;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two replicas on one database. */
class PostgresReplicasIT {

    private static final int KEYS = 200;
    private static final int ROUNDS = 60;
    private static final int NEW_ROUTES = 16;

    @RegisterExtension
    final ServiceProcesses services = new ServiceProcesses();

    private final Random random = Seed.next();
    private final Acknowledged acknowledged = new Acknowledged();
    private final String database = PostgresServer.shared().createDatabase();
    private final ServiceProcess one = services.onPostgres(database);
    private final ServiceProcess two = services.onPostgres(database);

    /** From the first request on, when neither has stored the names of rules and routes yet. */
    @Test
    void underLoadNoneIsRefusedAndEachWritesItsOwnChain() throws Exception {
        one.start();
        two.start();
        try (Load load = Load.on(one, acknowledged, random);
                Load other = Load.on(two, acknowledged, random)) {
            Outage.awaitAnswers(load, 1_000);
            Outage.awaitAnswers(other, 1_000);
            load.end();
            other.end();
            assertThat(load.wrong()).isEmpty();
            assertThat(other.wrong()).isEmpty();
            assertThat(load.refused() + other.refused()).isZero();
        }
        acknowledged.assertRecorded(one);
        assertThat(one.get("/v1/audit/verification").get("chains")).hasSize(2);
    }

    @Test
    void aKeyThatIsPostedToBothAtOnceIsDecidedOnce() throws Exception {
        one.start();
        two.start();
        for (int key = 0; key < KEYS; key++) {
            String name = "both-" + key;
            List<Callable<String>> posts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                posts.add(() -> decisionId(one, GateClient.bookTable(GateClient.WITHIN_BUDGET), name));
                posts.add(() -> decisionId(two, GateClient.bookTable(GateClient.WITHIN_BUDGET), name));
            }
            assertThat(answers(posts)).as(name).hasSize(1);
        }
        assertThat(acknowledged.assertRecorded(two)).isEqualTo(KEYS);
    }

    /** In any order: they must not wait for each other in a circle. */
    @Test
    void namesThatBothLearnAtOnceHoldUpNeither() throws Exception {
        one.start();
        two.start();
        for (int round = 0; round < ROUNDS; round++) {
            List<Callable<String>> posts = new ArrayList<>();
            for (int route = 0; route < NEW_ROUTES; route++) {
                String body =
                        GateClient.voiceAgent("\"route-" + round + "-" + route + "\":" + GateClient.WITHIN_BUDGET);
                posts.add(() -> decisionId(one, body, null));
                posts.add(() -> decisionId(two, body, null));
            }
            Collections.shuffle(posts, random);
            assertThat(answers(posts)).hasSize(2 * NEW_ROUTES);
        }
        assertThat(acknowledged.assertRecorded(one)).isEqualTo(2 * NEW_ROUTES * ROUNDS);
    }

    private static Set<String> answers(List<Callable<String>> posts) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(posts.size());
        try {
            Set<String> answers = new HashSet<>();
            for (Future<String> post : clients.invokeAll(posts)) {
                answers.add(post.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }

    private String decisionId(ServiceProcess service, String body, @Nullable String key) throws Exception {
        HttpResponse<byte[]> response =
                service.post("/v1/load-gate", body, key == null ? Map.of() : Map.of("Idempotency-Key", key));
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(answer).isEqualTo(200);
        acknowledged.add(key, response.body());
        return json(answer).get("decision_id").asText();
    }
}
