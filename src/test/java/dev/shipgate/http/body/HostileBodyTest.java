package dev.shipgate.http.body;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.http.ProblemClient.problems;
import static dev.shipgate.loadgate.GateClient.budget;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.onlyCaller;
import static dev.shipgate.loadgate.GateClient.route;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies made to do harm. After each of them the service answers as before. */
@QuarkusTest
class HostileBodyTest {

    private static final String GATE = "/v1/load-gate";

    @AfterEach
    void theServiceAnswersAsBefore() {
        gate(onlyCaller(route(1, 0, 0, 0), budget(1, 0, 0, 0))).statusCode(200).body("ship", equalTo(true));
    }

    @Test
    void deepNestingIsRefused() {
        String nested = "{\"routes\":" + "[".repeat(1_500) + "]".repeat(1_500) + "}";
        assertThat(problems(400, GATE, nested))
                .containsExactly(Map.entry(
                        "", "The body is not JSON: Document nesting depth (1001) exceeds the maximum allowed (1000)"));
    }

    @Test
    void nestingBelowTheLimitIsAWrongValueLikeAnyOther() {
        String nested = "{\"routes\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901);
        assertThat(problems(400, GATE, nested))
                .containsExactly(Map.entry("/routes/a/a", "must be a number, but is an object."));
    }

    @Test
    void moreThanTwoMillionValuesAreRefused() {
        String group = "[" + "0,".repeat(99_999) + "0],";
        assertThat(problems(400, "/v1/capacity", "{\"steps\":[" + group.repeat(20) + "0]}"))
                .containsExactly(Map.entry("", "The body must have at most 2000000 values in all."));
    }

    /** An answer of a million empty routes is a hundred times as large as its request. */
    @Test
    void moreThanAHundredThousandElementsAreRefused() {
        String routes = "{},".repeat(100_000) + "{}";
        assertThat(problems(400, "/v1/capacity", "{\"steps\":[" + routes + "]}"))
                .containsExactly(Map.entry("/steps", "must have at most 100000 elements, but has 100001."));
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        String digits = "{\"routes\":{\"a\":{\"p95_ms\":" + "1".repeat(100_000) + "}}}";
        assertThat(problems(400, GATE, digits))
                .containsExactly(Map.entry(
                        "", "The body is not JSON: Number value length (100000) exceeds the maximum allowed (1000)"));
    }

    @Test
    void anExponentBeyondAllNumbersIsRefusedAtOnce() {
        assertThat(problems(400, GATE, "{\"routes\":{\"a\":{\"p95_ms\":1e999999999}}}"))
                .containsExactly(Map.entry("/routes/a/p95_ms", "must be a number, 0 or more, but is 1e999999999."));
    }

    @Test
    void numbersAtTheEndsOfTheRangeAreAnswered() {
        gate(onlyCaller(
                        route(Double.MAX_VALUE, 1, Double.MAX_VALUE, -1),
                        budget(Double.MIN_VALUE, 0, Double.MIN_VALUE, 1)))
                .statusCode(200)
                .body("failures.reason", contains("latency", "errors", "cost_without_quality_gain"))
                .body("checks.outcome", contains("fail", "fail", "fail"));
    }

    @Test
    void aNameOfTensOfThousandsOfCharactersIsRefused() {
        assertThat(problems(400, GATE, "{\"" + "x".repeat(100_000) + "\":1}")
                        .get(0)
                        .getValue())
                .startsWith("The body is not JSON: Name length (")
                .endsWith(") exceeds the maximum allowed (50000)");
    }

    @Test
    void aStringOfMegabytesIsNamedByItsBeginning() {
        String text = "{\"routes\":{\"a\":{\"p95_ms\":\"" + "x".repeat(5_000_000) + "\"}}}";
        assertThat(problems(400, GATE, text))
                .containsExactly(Map.entry(
                        "/routes/a/p95_ms",
                        "must be a number, 0 or more, but is the string \"" + "x".repeat(60) + "...\"."));
    }

    @Test
    void aShortenedStringIsNotCutInsideACharacter() {
        String text = "{\"routes\":{\"a\":{\"p95_ms\":\"" + "x".repeat(59) + "\uD83D\uDE00".repeat(9) + "\"}}}";
        assertThat(problems(400, GATE, text))
                .containsExactly(Map.entry(
                        "/routes/a/p95_ms",
                        "must be a number, 0 or more, but is the string \"" + "x".repeat(59) + "...\"."));
    }

    @Test
    void moreProblemsThanAnyoneReadsAreCountedAndTheFirstAreListed() {
        String body = "{\"routes\":{\"a\":{" + "\"p95_ms\":-1,".repeat(5_000) + "\"p95_ms\":-1}}}";
        assertThat(problems(400, GATE, body)).hasSize(1_000);
        isProblem(gate(body), 400, GATE)
                .body("detail", equalTo("There are 5001 problems with the request; the first 1000 are listed."));
    }

    @Test
    void problemsUnderLongPathsDoNotOutgrowTheRequest() {
        String name = "x".repeat(40_000);
        String body = "{\"routes\":" + ("{\"" + name + "\":").repeat(100) + "{" + "\"a\":1,".repeat(2_000) + "\"a\":1}"
                + "}".repeat(101);
        isProblem(gate(body), 400, GATE)
                .body("detail", equalTo("There are 2001 problems with the request; the first 1 are listed."));
        assertThat(gate(body).extract().asByteArray()).hasSizeLessThan(body.length() + 10_000);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[][] bodies = {
            {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, // no UTF-8
            {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}, // half a character
            {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff}, // no UTF-32 either
            {0, 0, 0, 0}
        };
        for (byte[] body : bodies) {
            isProblem(
                    given().contentType("application/json")
                            .body(body)
                            .post(GATE)
                            .then(),
                    400,
                    GATE);
        }
    }

    @Test
    void aRouteMayHaveAnyName() {
        String names = "{\"routes\":{\"\":null,\"\\u0000\":null,\"__proto__\":null,\"\uD83D\uDE00\":null}}";
        gate(names)
                .statusCode(200)
                .body("checks.route.unique()", contains("", "\u0000", "__proto__", "\uD83D\uDE00"))
                .body("ship", equalTo(false));
    }
}
