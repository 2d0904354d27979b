package dev.shipgate.audit.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.gate;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionLog;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.Turn;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The latest decision on a release where the clocks of replicas differ: an order that nobody can tell is no pass. */
@QuarkusTest
class LatestOfReplicasTest {

    private static final String LATEST = "/v1/decisions/latest";

    @Inject
    Evaluations evaluations;

    @Inject
    Evaluator evaluator;

    @Inject
    ActiveRuleset rulesets;

    @Inject
    DecisionLog log;

    private static String release(String version) {
        return LATEST + "?kind=load_gate&service=latest&environment=staging&version=" + version;
    }

    private static String decide(String version, int p95Ms) {
        return gate(request(version, p95Ms)).statusCode(200).extract().path("decision_id");
    }

    private static String request(String version, int p95Ms) {
        return "{\"service\":\"latest\",\"environment\":\"staging\",\"version\":\"" + version
                + "\",\"routes\":{\"find\":{\"p95_ms\":" + p95Ms
                + ",\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}},"
                + "\"budgets\":{\"find\":{\"p95_ms\":250,\"error_rate\":0.01,\"cost_per_success\":0.002}}}";
    }

    /** As a replica records it whose clock differs from that of the one that is asked. */
    private String decideAt(Instant at, String version, int p95Ms) {
        byte[] body = request(version, p95Ms).getBytes(StandardCharsets.UTF_8);
        UUID id = new UUID(
                System.currentTimeMillis() << 16 | 0x7000, Long.MIN_VALUE | Integer.toUnsignedLong(version.hashCode()));
        try (RulesetLease rules = rulesets.lease()) {
            Decision decision = evaluator.evaluate(
                    Evaluator.read(evaluations.ofKind("load_gate"), body, null),
                    rules,
                    id,
                    at.truncatedTo(ChronoUnit.MILLIS),
                    EvaluationContext.at(at, ZoneOffset.UTC));
            try (Turn turn = log.begin("load_gate", new Submission(body, null, "replica", null))) {
                turn.record(decision);
            }
        }
        return id.toString();
    }

    /** Whether it is got or posted, and whatever is asked for beside the release. */
    private static void nobodyCanSay(String version) {
        for (String more : List.of("", "&block_status=412", "&max_age_seconds=60")) {
            for (Method method : List.of(Method.GET, Method.POST)) {
                isProblem(given().request(method, release(version) + more).then(), 409, LATEST)
                        .body("type", endsWith("decision-from-the-future"))
                        .body("verdict", nullValue());
            }
        }
    }

    @Test
    void ofADecisionFromTheFutureNobodyCanSayWhetherItHolds() {
        decide("future", 100);
        String ahead = decideAt(Instant.now().plusSeconds(60), "future", 100);
        nobodyCanSay("future");
        given().get(release("future"))
                .then()
                .body("detail", startsWith("The latest decision on this release, " + ahead + ", was made at "));

        String again = decide("future", 300);
        given().get(release("future"))
                .then()
                .statusCode(200)
                .body("decision_id", equalTo(again))
                .body("verdict", equalTo("block"));
    }

    @Test
    void aBlockOfAReplicaWhoseClockIsBehindTakesBackThePassBeforeIt() {
        decide("behind", 100);
        String blocked = decideAt(Instant.now().minusSeconds(3_600), "behind", 300);
        given().get(release("behind"))
                .then()
                .statusCode(200)
                .body("decision_id", equalTo(blocked))
                .body("verdict", equalTo("block"));
        // By that clock it is too old, and the pass before it does not count any more.
        given().get(release("behind") + "&max_age_seconds=60").then().statusCode(404);
    }

    @Test
    void clocksThatAreKeptInTimeMayDifferBySeconds() {
        String ahead = decideAt(Instant.now().plusSeconds(5), "seconds", 100);
        given().get(release("seconds") + "&max_age_seconds=60")
                .then()
                .statusCode(200)
                .body("decision_id", equalTo(ahead));
    }
}
