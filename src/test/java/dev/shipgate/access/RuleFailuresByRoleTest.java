package dev.shipgate.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.File;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reason why rules failed quotes them, so only callers who may read rules are told it. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class RuleFailuresByRoleTest {

    private static final String CONDITION = "labels[\"track\"].length() > 3";

    private static final String GATE = "/v1/load-gate";
    private static final String BODY = "{\"service\":\"failing\",\"routes\":{\"find\":{\"p95_ms\":1}}}";

    private final ApiKeys before = Keys.stored();

    @BeforeEach
    void rulesThatFail() {
        edit(() -> LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "reads a label that is not there" when
                    Release(service == "failing", %s)
                then
                end
                """.formatted(CONDITION)));
    }

    @AfterEach
    void putBack() {
        Keys.write(before);
        edit(LiveRules::reset);
    }

    /** The caller that waits for an edit to be tried has to be one who may read the rules. */
    private static void edit(Runnable edit) {
        RestAssured.authentication = RestAssured.oauth2(Keys.text(Roles.AUTHOR));
        try {
            edit.run();
        } finally {
            RestAssured.authentication = RestAssured.DEFAULT_AUTH;
        }
    }

    private static Response ask(String key, String path, String body, String accept) {
        return Keys.with(key)
                .contentType("application/json")
                .accept(accept)
                .body(body)
                .post(path);
    }

    private static ValidatableResponse isFailure(Response response) {
        return response.then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", endsWith("policy-evaluation-failed"))
                .body("reason", equalTo("rule_failed"));
    }

    private static void tellsNothingOfTheRules(Response response) {
        isFailure(response);
        assertThat(response.asString()).doesNotContain("\"failed\"", "track", "own.drl");
    }

    @Test
    void whoMayOnlyEvaluateIsToldInNoForm() {
        String key = Keys.text(Roles.EVALUATE);
        for (String form : List.of(RequestedFormat.MEDIA_TYPES.split(", *", -1))) {
            tellsNothingOfTheRules(ask(key, GATE, BODY, form));
        }
    }

    @Test
    void whoMayOnlyEvaluateIsToldOnNoPath() {
        String key = Keys.text(Roles.EVALUATE);
        tellsNothingOfTheRules(ask(key, GATE + "?block_status=412", BODY, "application/json"));
        tellsNothingOfTheRules(ask(
                key,
                "/v1/release-readiness",
                "{\"service\":\"failing\",\"load_gate\":{\"routes\":{\"find\":{\"p95_ms\":1}}}}",
                "application/json"));
        tellsNothingOfTheRules(Keys.with(key)
                .multiPart("file", new File("src/test/resources/samples/locust/out_stats.csv"))
                .post(GATE + "/imports?service=failing"));
    }

    @Test
    void whoMayReadTheRulesIsToldInEveryForm() {
        for (String role : List.of(Roles.AUTHOR, Roles.AUDIT, Roles.PUBLISH)) {
            String key = Keys.add("reads-as-" + role, Roles.EVALUATE, role);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ask(key, GATE, BODY, "*/*").statusCode() == 500);
            for (String form : List.of("application/json", "text/markdown")) {
                isFailure(ask(key, GATE, BODY, form))
                        .body("failed.rule", equalTo("reads a label that is not there"))
                        .body("failed.text", equalTo(CONDITION));
            }
        }
    }

    @Test
    void theRecordHasWhatItsCallerWasNotTold() {
        String id = ask(Keys.text(Roles.EVALUATE), GATE, BODY, "*/*").path("decision_id");
        Keys.with(Keys.text(Roles.AUDIT))
                .get("/v1/decisions/" + id)
                .then()
                .statusCode(200)
                .body("response.failed.text", equalTo(CONDITION))
                .body("caller", equalTo("key:" + Roles.EVALUATE));
        assertThat(given().get("/v1/decisions/" + id).statusCode()).isEqualTo(401);
        assertThat(Keys.with(Keys.text(Roles.EVALUATE))
                        .get("/v1/decisions/" + id)
                        .statusCode())
                .isEqualTo(403);
    }
}
