package dev.shipgate.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The problems that the OpenAPI document shows for every endpoint are those that the service answers. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class OpenApiProblemsTest {

    private static final String LOAD_GATE = "/v1/load-gate";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void everyErrorOfEveryOperationIsAProblem() {
        OpenApiDocument document = OpenApiDocument.served();
        for (String operation : document.operations().keySet()) {
            document.responses(operation).forEach((status, response) -> {
                List<String> types = status < 300
                        ? List.of("application/json", "application/x-ndjson")
                        : List.of("application/problem+json");
                assertThat(types.stream().filter(response.path("content")::has))
                        .as(operation + " " + status)
                        .isNotEmpty();
            });
        }
    }

    @Test
    void aWrongMethodIsAnsweredAsShown() {
        compare(405, given().get(LOAD_GATE));
    }

    @Test
    void acceptingNoJsonIsAnsweredAsShown() {
        compare(
                406,
                given().contentType("application/json")
                        .accept("text/html")
                        .body("{}")
                        .post(LOAD_GATE));
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredAsShown() {
        // Far larger than any buffer: the client writes all of it before it reads the answer.
        compare(
                413,
                given().contentType("application/json")
                        .body(" ".repeat(17 << 20))
                        .post(LOAD_GATE));
    }

    @Test
    void aBodyNotDeclaredAsJsonIsAnsweredAsShown() {
        compare(415, given().contentType("text/plain").body("{}").post(LOAD_GATE));
    }

    @Test
    void rulesThatFailAreAnsweredAsShown() {
        LiveRules.save("load-gate/failing.drl", """
                package shipgate.loadgate
                rule "a rule that divides by zero" salience 1 when
                    dev.shipgate.decision.Release($labels : labels)
                then
                    int broken = 1 / $labels.size();
                end
                """);
        compare(500, given().contentType("application/json").body("{}").post(LOAD_GATE));
    }

    private static void compare(int status, Response real) {
        OpenApiDocument document = OpenApiDocument.served();
        JsonNode content = document.answer("POST " + LOAD_GATE, status);
        JsonNode body = ShownJson.tree(real.asString());
        assertThat(real.statusCode()).isEqualTo(status);
        assertThat(real.contentType()).isEqualTo("application/problem+json");
        assertThat(ShownJson.differences(content.path("example"), body)).isEmpty();
        assertThat(document.violations(content.path("schema"), body)).isEmpty();
    }
}
