package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library writes them. */
@QuarkusTest
class AmbiguousRequestsTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void withoutAHostARequestIsAProblemWithTheUsualHeaders() throws IOException {
        assertThat(answer("GET /v1/rules HTTP/1.1\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Cache-Control: no-store")
                .contains("The header Host is missing.")
                .doesNotContain("vertx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "localhost:x", "localhost:99999", "a/b"})
    void withAHostThatIsNoneARequestIsAProblemWithTheUsualHeaders(String host) throws IOException {
        assertThat(answer("GET /v1/rules HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Cache-Control: no-store")
                .contains("The header Host is")
                .doesNotContain("vertx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip, chunked",
                "identity",
                "xchunked",
                "chunked, chunked",
                "chunked\nTransfer-Encoding: chunked"
            })
    void anotherTransferEncodingThanChunkedIsRefused(String coding) throws IOException {
        assertThat(answer(
                        "POST /v1/load-gate HTTP/1.1\nHost: localhost\nContent-Type: application/json\nTransfer-Encoding: "
                                + coding + "\n\n2\n{}\n0\n\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("Transfer-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decisions",
                "/v1/audit/records",
                "/v1/rules",
                "/v1/rulesets/active",
                "/v1/decisions/latest?service=a",
                "/q/health/live"
            })
    void aTypeThatIsNoneIsRefusedOnEveryPathAlsoWithoutABody(String path) throws IOException {
        for (String type : new String[] {"a", "/", ";;;", "a/b/c;", ""}) {
            assertThat(answer("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: " + type
                            + "\n\n"))
                    .as(type)
                    .startsWith("HTTP/1.1 415 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("The header Content-Type is \\\"" + type + "\\\".");
        }
        assertThat(answer("GET " + path
                        + " HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: text/plain;charset=utf-8\n\n"))
                .doesNotStartWith("HTTP/1.1 415 ")
                .doesNotStartWith("HTTP/1.1 500 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", ";;;", "a/b/c;", ""})
    void anAcceptThatIsNoneIsNoFailureOfTheService(String type) throws IOException {
        for (String path : new String[] {"/v1/decisions", "/v1/rules", "/q/openapi"}) {
            assertThat(answer(
                            "GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\nAccept: " + type + "\n\n"))
                    .matches("(?s)HTTP/1.1 [24][0-9][0-9] .*");
        }
    }

    @Test
    void aBodyThatNobodyAskedForIsPassedOverByThePageOfTheContract() throws IOException {
        assertThat(answer("GET /q/swagger-ui/ HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 2\n\n{}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: x\n",
                "Content-Type: multipart/form-data\n",
                "Content-Type: application/json; charset=\n",
                "Content-Type: multipart/form-data; boundary=b\n",
                "Accept: /\n"
            })
    void anImportWithoutATypeOrABodyIsNoFailureOfTheService(String headers) throws IOException {
        assertThat(answer("POST /v1/load-gate/imports HTTP/1.1\nHost: localhost\nConnection: close\n" + headers
                        + "Content-Length: 0\n\n"))
                .matches("(?s)HTTP/1.1 4[0-9][0-9] .*application/problem\\+json.*");
    }

    @Test
    void anImportWithoutABodyIsToldToSendAFile() throws IOException {
        assertThat(answer("""
                POST /v1/load-gate/imports HTTP/1.1
                Host: localhost
                Connection: close
                Content-Length: 0

                """))
                .startsWith("HTTP/1.1 400 ")
                .contains("/file is missing. Send the result of a tool, as the body or as a part of a form.");
    }

    /** All that the service sends until it closes the connection. */
    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
