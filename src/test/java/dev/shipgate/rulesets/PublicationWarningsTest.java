package dev.shipgate.rulesets;

import static dev.shipgate.rulesets.Publisher.FREEZE;
import static dev.shipgate.rulesets.Publisher.PATH;
import static dev.shipgate.rulesets.Publisher.READINESS_ONLY;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.shipgate.access.AllRoles;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publication that lacks something: rules, or tests of them. */
@QuarkusTest
@TestProfile(AllRoles.Profile.class)
@ExtendWith(AllRoles.class)
class PublicationWarningsTest {

    private static final String GOOD_ROUTE =
            "{\"routes\":{\"book_table\":{\"p95_ms\":1,\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}}}";
    private static final String CALM_POINT =
            "{\"points\":[{\"minute\":0,\"user_turns\":9,\"service_attempts\":9,\"dependency_error_rate\":0}]}";
    private static final String GOOD_STEP = "{\"steps\":[{\"concurrency\":50,\"p95_ms\":400,\"error_rate\":0}]}";
    private static final String ACTIVE = "/v1/rulesets/active";

    private String shipped = "";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
        shipped = Objects.requireNonNull(LiveRules.activeVersion());
    }

    @Test
    void whatWillBeMissedIsToldWithEachWayToTheSameRules() {
        List<String> warnings = List.of(
                "capacity no-rules null",
                PATH + " untested search is frozen",
                "readiness no-rules null",
                "retry-storm no-rules null");
        Map<String, String> files = Map.of(PATH, FREEZE, "load-gate/freeze.test.yaml", """
                tests:
                  - name: others ship
                    evaluation: load_gate
                    request: {service: voice-agent}
                    expect: {does_not_fire: [search is frozen]}
                """);
        Response published = Publisher.publish(files, null, null);
        assertThat(warnings(published, "diagnostics")).isEqualTo(warnings);
        assertThat(warnings(get(ACTIVE), "attempted.diagnostics")).isEqualTo(warnings);
        Publisher.activate(shipped, null)
                .then()
                .body(
                        "diagnostics.message",
                        equalTo(List.of("There are no tests, so nobody has seen what these rules do. "
                                + "Maybe a file of tests?")));

        Response again = Publisher.activate(published.path("version"), null);

        assertThat(warnings(again, "diagnostics")).isEqualTo(warnings);
        assertThat(warnings(Publisher.publish(files, null, null), "diagnostics"))
                .isEqualTo(warnings);
    }

    private static List<String> warnings(Response answer, String path) {
        List<Map<String, Object>> diagnostics = answer.path(path);
        assertThat(diagnostics).extracting("severity").containsOnly("warning");
        return diagnostics.stream()
                .map(warning -> warning.get("file") + " " + warning.get("code") + " " + warning.get("rule"))
                .toList();
    }

    @Test
    void whereThereIsNoRuleNothingShips() {
        Publisher.publish(Map.of("readiness/none.drl", READINESS_ONLY), null, null)
                .then()
                .statusCode(201)
                .body("diagnostics.code", hasItem("no-rules"));

        evaluated("load-gate", GOOD_ROUTE)
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", hasItem("not_evaluated"));
        evaluated("retry-storms", CALM_POINT).statusCode(200).body("not_evaluated.minute", equalTo(List.of(0)));
        evaluated("capacity", GOOD_STEP).statusCode(422);
        evaluated("release-readiness", "{\"load_gate\":" + GOOD_ROUTE + ",\"retry_storms\":" + CALM_POINT + "}")
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("blockers.reason", equalTo(List.of("not_judged", "not_judged")));
    }

    private static ValidatableResponse evaluated(String path, String body) {
        return Publisher.request().body(body).post("/v1/" + path).then();
    }

    @Test
    void filesWithoutAnyRuleAreRefused() {
        Publisher.publish(Map.of(PATH, "package shipgate.loadgate\n/*\n" + FREEZE + "*/\n"), null, null)
                .then()
                .statusCode(422)
                .body("diagnostics.code", equalTo(List.of("no-rules")));

        get(ACTIVE).then().body("version", equalTo(shipped));
    }
}
