package dev.shipgate.waivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to grant, to list and to revoke waivers, right and wrong. */
@QuarkusTest
@TestProfile(Keys.Profile.class)
class WaiverRequestsTest extends WaiverCallers {

    @Test
    void errorsAndWhatIsMissingCannotBeWaived() {
        for (String reason :
                List.of("errors", "missing_metrics", "missing_budget", "not_evaluated", "no_such_reason")) {
            as(Roles.WAIVE, "POST", WAIVERS, waiver("").replace("latency", reason))
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("not-waivable"))
                    .body("detail", containsString("the reason " + reason))
                    .body("detail", containsString("cost_without_quality_gain, latency"));
        }
        as(Roles.WAIVE, "POST", WAIVERS, waiver("").replace("latency", "capacity_below_required"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/part"))
                .body("errors[0].detail", equalTo("must be capacity for the reason capacity_below_required."));
        grant("");
        assertThat(decide(request("\"p95_ms\":900,\"error_rate\":0.02"))
                        .path("verdict")
                        .asText())
                .isEqualTo("block");
        assertThat(decide(request("\"p95_ms\":900")).path("verdict").asText()).isEqualTo("block");
    }

    @Test
    void aMetricOfThePolicysOwnCanBeWaivedInTheEnvironmentThatHasIt() {
        String body = "{\"service\":\"speech-synthesis\",\"reason\":\"audio_seconds_per_second\",\"until\":\""
                + inAnHour() + "\",\"version\":\"" + service + "\",\"justification\":\"x\"}";
        as(Roles.WAIVE, "POST", WAIVERS, body).then().statusCode(201);
    }

    @Test
    void waiversAreListedByServiceAndState() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, grant(""));
        }
        as(Roles.WAIVE, "DELETE", WAIVERS + "/" + ids.get(1), "{\"message\":\"x\"}")
                .then()
                .statusCode(200);
        assertThat(listed("")).isEqualTo(ids);
        assertThat(listed("&state=valid")).containsExactly(ids.get(0), ids.get(2));
        assertThat(listed("&state=revoked")).containsExactly(ids.get(1));
        assertThat(listed("&state=expired")).isEmpty();
        assertThat(listed("&limit=1")).containsExactly(ids.get(0));
        assertThat(listed("&limit=1&cursor=" + ids.get(0))).containsExactly(ids.get(1));
        get(WAIVERS + "?state=over").then().statusCode(400).body("detail", containsString("valid, expired, revoked"));
        get(WAIVERS + "?colour=red").then().statusCode(400);
    }

    private List<String> listed(String more) {
        return get(WAIVERS + "?service=" + service + more).jsonPath().getList("waivers.waiver_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; 400; /service; is missing",
                "{}; 400; /reason; is missing",
                "{}; 400; /until; must be there",
                "{}; 400; /justification; is missing",
                "{\"until\":\"tomorrow\"}; 400; /until; must be a time with its zone",
                "{\"until\":\"2001-01-01T00:00:00Z\"}; 400; /until; must be in the future",
                "{\"until\":\"2999-01-01T00:00:00Z\"}; 400; /until; must be at most 30 days from now",
                "{\"until\":7}; 400; /until; must be",
                "{\"justification\":\" \"}; 400; /justification; is blank",
                "{\"justification\":\"a\\u202eb\"}; 400; /justification; hidden character U+202E",
                "{\"environment\":null}; 400; /environment; is null. Leave it out",
                "{\"version\":null}; 400; /version; is null. Leave it out",
                "{\"route\":null}; 400; /route; is null. Leave it out",
                "{\"part\":null}; 400; /part; is null. Leave it out",
                "{\"owner\":\"me\"}; 400; /owner; There is no such field",
            })
    void aWrongFieldIsNamedAndNothingIsGranted(String body, int status, String pointer, String detail) {
        as(Roles.WAIVE, "POST", WAIVERS, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.find { it.pointer == '" + pointer + "' }.detail", containsString(detail));
    }

    @Test
    void aRouteBesideAPartIsAContradiction() {
        as(Roles.WAIVE, "POST", WAIVERS, waiver(",\"part\":\"capacity\",\"route\":\"find\""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/route"));
    }

    @Test
    void aWaiverThatIsNotThereIsNotFound() {
        for (String id : List.of("x", UUID.randomUUID().toString())) {
            get(WAIVERS + "/" + id).then().statusCode(404);
            as(Roles.WAIVE, "DELETE", WAIVERS + "/" + id, "{\"message\":\"x\"}")
                    .then()
                    .statusCode(404);
        }
        as(Roles.WAIVE, "DELETE", WAIVERS + "/" + grant(""), "{}").then().statusCode(400);
    }
}
