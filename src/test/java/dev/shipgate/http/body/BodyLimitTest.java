package dev.shipgate.http.body;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.gate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BodyLimitTest.SmallBodies.class)
class BodyLimitTest {

    private static final int MAX = 4096;

    /** Takes bodies of at most 4 KiB. */
    public static final class SmallBodies implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shipgate.http.max-body-size", "4K");
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        gate(bodyOf(MAX)).statusCode(200);
    }

    @Test
    void aBodyOfOneByteMoreIsTooLarge() {
        isProblem(gate(bodyOf(MAX + 1)), 413, "/v1/load-gate")
                .body("type", endsWith("body-too-large"))
                .body("detail", containsString("larger than 4096 bytes"));
    }

    @Test
    void theLimitHoldsOnEveryEndpoint() {
        for (String path : new String[] {"/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"}) {
            isProblem(
                    given().contentType("application/json")
                            .body(bodyOf(MAX + 1))
                            .post(path)
                            .then(),
                    413,
                    path);
        }
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsCountedWhileItIsRead() throws Exception {
        assertThat(chunked(bodyOf(MAX)).statusCode()).isEqualTo(200);

        HttpResponse<String> tooLarge = chunked(bodyOf(3 * MAX));
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(tooLarge.body()).contains("body-too-large", "4096");
    }

    @Test
    void theServiceGoesOnAfterABodyThatIsTooLarge() {
        for (int i = 0; i < 20; i++) {
            gate(bodyOf(2 * MAX)).statusCode(413);
        }
        gate("{}").statusCode(200);
    }

    private HttpResponse<String> chunked(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/load-gate"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    private static String bodyOf(int bytes) {
        String start = "{\"labels\":{\"note\":\"";
        String end = "\"}}";
        return start + "a".repeat(bytes - start.length() - end.length()) + end;
    }
}
