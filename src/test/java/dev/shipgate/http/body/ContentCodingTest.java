package dev.shipgate.http.body;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body as it is, or packed by gzip, and nothing else. */
@QuarkusTest
class ContentCodingTest {

    private static final byte[] STEP = """
            {"p95_budget_ms": 800, "error_budget": 0.01, "steps": [{"concurrency": 50, "p95_ms": 420, "error_rate": 0}]}""".getBytes(StandardCharsets.UTF_8);

    private static final int TOO_MUCH = 17 << 20;

    @Test
    void aBodyPackedByGzipIsReadAsIfItWereNot() throws IOException {
        for (String coding : new String[] {"gzip", "GZIP", "x-gzip"}) {
            post("/v1/capacity", coding, gzip(STEP)).statusCode(200).body("outcome", equalTo("at_least"));
        }
        post("/v1/capacity", "identity", STEP).statusCode(200);
    }

    @Test
    void aFileOfAToolMayBePackedToo() throws IOException {
        byte[] results = Files.readAllBytes(Path.of("src/test/resources/samples/hey/responses-tts.csv"));
        String path = "/v1/load-gate/imports/hey?service=search&route=tts";
        Object plain = post(path, "text/csv", "identity", results)
                .statusCode(200)
                .extract()
                .path("checks");

        post(path, "text/csv", "gzip", gzip(results)).statusCode(200).body("checks", equalTo(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "snappy", "deflate", "zstd", "gzip, gzip", "none"})
    void anotherContentEncodingIsUnsupportedOnEveryPath(String coding) {
        for (String path : new String[] {"/v1/capacity", "/v1/load-gate/imports", "/v1/rulesets/validation"}) {
            isProblem(post(path, coding, STEP), 415, path)
                    .body("type", endsWith("unsupported-content-encoding"))
                    .body("detail", containsString("\"" + coding + "\""));
        }
    }

    @Test
    void whatIsNotPackedOrIsCutOffIsRefused() throws IOException {
        byte[] packed = gzip(STEP);

        isProblem(post("/v1/capacity", "gzip", STEP), 400, "/v1/capacity")
                .body("errors[0].detail", containsString("Content-Encoding says gzip"));
        isProblem(post("/v1/capacity", "gzip", Arrays.copyOf(packed, packed.length - 5)), 400, "/v1/capacity");
    }

    @Test
    void aBodyInSeveralPartsIsReadAndOneOfManyEmptyPartsIsRefused() throws IOException {
        byte[] empty = gzip(new byte[0]);
        ByteArrayOutputStream few = new ByteArrayOutputStream();
        few.write(empty);
        few.write(gzip(Arrays.copyOf(STEP, 20)));
        few.write(empty);
        few.write(gzip(Arrays.copyOfRange(STEP, 20, STEP.length)));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            many.write(empty);
        }

        post("/v1/capacity", "gzip", few.toByteArray()).statusCode(200).body("outcome", equalTo("at_least"));
        for (String path : new String[] {"/v1/capacity", "/v1/load-gate/imports", "/v1/rulesets/validation"}) {
            isProblem(post(path, "gzip", many.toByteArray()), 400, path)
                    .body("errors[0].detail", containsString("Content-Encoding says gzip"));
        }
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsTooLarge() throws IOException {
        isProblem(post("/v1/capacity", "gzip", gzip(new byte[TOO_MUCH])), 413, "/v1/capacity");
    }

    private static ValidatableResponse post(String path, String coding, byte[] body) {
        return post(path, "application/json", coding, body);
    }

    private static ValidatableResponse post(String path, String type, String coding, byte[] body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .header("Content-Encoding", coding)
                .body(body)
                .post(path)
                .then();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
