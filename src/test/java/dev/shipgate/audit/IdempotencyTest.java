package dev.shipgate.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class IdempotencyTest {

    private static final String GATE = "/v1/load-gate";
    private static final int CLIENTS = 16;

    private final String key = UUID.randomUUID().toString();
    private final String body = "{\"service\":\"idempotent-" + key + "\"}";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    private static String database() {
        return "jdbc:sqlite:"
                + ConfigProvider.getConfig()
                        .getValue("shipgate.data.dir", Path.class)
                        .resolve("audit.db");
    }

    private Response post(String path, String content) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(content)
                .post(path);
    }

    private int recorded() {
        return given().get("/v1/decisions?service=idempotent-" + key)
                .jsonPath()
                .getList("decisions")
                .size();
    }

    @Test
    void theSameRequestUnderOneKeyIsDecidedOnce() {
        Response first = post(GATE, body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isNull();

        LiveRules.save("load-gate/more.drl", "package shipgate.loadgate\nrule \"one more\" when then end\n");
        Response second = post(GATE, body);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        post(GATE, body);
        Response[] others = {
            post(GATE, body.replace("}", ",\"version\":\"2\"}")),
            post("/v1/capacity", body),
            post("/v1/retry-storms?include=points", body)
        };
        for (Response other : others) {
            other.then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", endsWith("idempotency-key-reused"))
                    .body("detail", containsString(key));
        }
        assertThat(recorded()).isEqualTo(1);
    }

    /** As of parallel jobs, which measured the same in two regions. */
    @Test
    void oneRequestUnderTwoKeysIsTwoDecisions() {
        String first = post(GATE, body).jsonPath().getString("decision_id");
        Response second = given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(GATE);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(second.jsonPath().getString("decision_id")).isNotEqualTo(first);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void aRequestThatWasRefusedLeavesItsKeyFree() {
        post(GATE, "{\"nonsense\":1}").then().statusCode(400);
        post(GATE, body).then().statusCode(200);
        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void rulesThatFailLeaveTheKeyFreeForWhenTheyAreMended() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "a rule that divides by zero" when Release() then int zero = 0; int one = 1 / zero; end
                """);
        post(GATE, body).then().statusCode(500);
        LiveRules.delete("load-gate/failing.drl");
        post(GATE, body).then().statusCode(200);
        given().get("/v1/decisions?service=idempotent-" + key)
                .then()
                .body("decisions[0].verdict", equalTo("block"))
                .body("decisions[1].verdict", equalTo("error"));
    }

    @Test
    void simultaneousPostsUnderOneKeyAllGetTheAnswerOfOneDecision() throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> {
                    start.await();
                    return post(GATE, body);
                }));
            }
            int decided = 0;
            String first = answers.get(0).get().asString();
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                assertThat(answer.get().asString()).isEqualTo(first);
                decided += answer.get().header("Idempotency-Replayed") == null ? 1 : 0;
            }
            assertThat(decided).isEqualTo(1);
            assertThat(recorded()).isEqualTo(1);
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9"})
    void whatCannotBeAKeyIsRefused(String value) {
        given().header("Idempotency-Key", value)
                .contentType("application/json")
                .body(body)
                .post(GATE)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("The header Idempotency-Key must be one key of 1 to 255"));
    }

    @Test
    void aKeyHasAtMost255Characters() {
        for (int length : new int[] {255, 256}) {
            given().header("Idempotency-Key", key + "k".repeat(length - key.length()))
                    .contentType("application/json")
                    .body(body)
                    .post(GATE)
                    .then()
                    .statusCode(length == 255 ? 200 : 400);
        }
    }

    @Test
    void aKeyThatWasMadeToStandForAnotherDecisionAnswersNothing() throws Exception {
        post(GATE, body);
        String other = UUID.randomUUID().toString();
        given().header("Idempotency-Key", other)
                .contentType("application/json")
                .body(body)
                .post(GATE)
                .then()
                .statusCode(200);
        String database = database();
        String mine = IdempotencyKeys.stored(key, "127.0.0.1");
        assertThat(Sql.update(
                        database,
                        "UPDATE idempotency_key SET decision_id = (SELECT decision_id FROM idempotency_key "
                                + "WHERE idempotency_key = '" + IdempotencyKeys.stored(other, "127.0.0.1")
                                + "') WHERE idempotency_key = '" + mine + "'"))
                .isEqualTo(1);
        post(GATE, body)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", endsWith("records-contradict"));
        given().get("/v1/audit/verification").then().body("intact", equalTo(false));
        Sql.update(database, "DELETE FROM idempotency_key WHERE idempotency_key = '" + mine + "'");
        given().get("/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void aKeyWhoseRequestWasMadeAnotherAnswersNothing() throws Exception {
        post(GATE, body);
        String database = database();
        String mine = " WHERE idempotency_key = '" + IdempotencyKeys.stored(key, "127.0.0.1") + "'";
        Sql.update(database, "UPDATE idempotency_key SET request_hash = x'00'" + mine);
        post(GATE, body).then().statusCode(503).body("type", endsWith("records-contradict"));
        Sql.update(database, "DELETE FROM idempotency_key" + mine);
    }
}
