package dev.shipgate.readiness;

import static dev.shipgate.testing.RunningService.answer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.NamesOfOneHash;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names that have one hash, as somebody may choose them to make a table slow: they are told apart all the same. */
@QuarkusTest
class SameHashTest {

    @Test
    void routesOfOneHashAreJudgedEach() {
        List<String> names = NamesOfOneHash.of(11);
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);

        JsonNode answer = answer(
                "/v1/load-gate",
                names.stream()
                        .map(name -> "\"" + name + "\":null")
                        .collect(Collectors.joining(",", "{\"service\":\"waitlist\",\"routes\":{", "}}")));

        assertThat(answer.get("failures").findValuesAsText("route").stream().distinct())
                .containsExactlyElementsOf(names);
    }

    @Test
    void manyBudgetsOfOneHashAreRefusedAsTheEngineTriesEach() {
        String budgets = NamesOfOneHash.of(9).stream()
                .map(name -> "\"" + name + "\":{\"p95_ms\":1}")
                .collect(Collectors.joining(",", "{\"budgets\":{", "}}"));

        given().contentType(ContentType.JSON)
                .body(budgets)
                .post("/v1/load-gate")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/budgets"))
                .body(
                        "errors[0].detail",
                        equalTo("has 512 names that have one hash in Java, and must have at most 500. That never"
                                + " happens by chance. Maybe other names?"));
    }
}
