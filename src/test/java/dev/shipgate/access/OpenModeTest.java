package dev.shipgate.access;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service without keys: for this machine, and not for pages in its browsers. */
@QuarkusTest
class OpenModeTest {

    private static final String GATE = "/v1/load-gate";

    @Test
    void nobodyMayPublish() {
        for (String path : List.of("/v1/rulesets", "/v1/rulesets/x/activation")) {
            isProblem(
                            given().contentType("application/json")
                                    .body("{}")
                                    .post(path)
                                    .then(),
                            403,
                            path)
                    .body("detail", containsString("This needs the role publish,"));
        }
    }

    @Test
    void anEndpointWithoutARoleIsNobodys() {
        given().get("/test/forgotten").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shipgate.example.com",
                "localhost.example.com",
                "127.0.0.1.example.com:8080",
                "192.0.2.1",
                "[::2]"
            })
    void aPageWhoseNameLeadsToThisMachineIsRefused(String host) {
        isProblem(given().header("Host", host).get("/v1/rules").then(), 403, "/v1/rules")
                .body("type", endsWith("host-not-allowed"))
                .body("detail", containsString(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void thisMachineIsAnsweredByAnyOfItsNames(String host) {
        given().header("Host", host).get("/v1/rules").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.com", "http://localhost:1", "null", "http://localhost.evil.example.com"})
    void aPageOfAnotherSiteIsRefusedSinceItMayPostForms(String origin) {
        isProblem(
                        given().header("Origin", origin)
                                .multiPart("file", "{}")
                                .post("/v1/load-gate/imports")
                                .then(),
                        403,
                        "/v1/load-gate/imports")
                .body("type", endsWith("origin-not-allowed"))
                .body("detail", containsString(origin));
    }

    @Test
    void aPageOfTheServiceItselfIsAnswered() {
        String own = "localhost:" + RestAssured.port;
        given().header("Host", own)
                .header("Origin", "http://" + own)
                .get("/v1/rules")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyWithoutATypeIsRefusedSinceAnyPageCouldHaveItSent() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST " + GATE
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 415 ")
                    .contains(
                            "application/problem+json", "This path takes a body with Content-Type: application/json.");
        }
    }

    @Test
    void aPageOfAnotherSiteIsAllowedNothing() {
        Response preflight = given().header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options(GATE);
        Response simple = given().header("Origin", "https://example.com").get("/v1/rules");
        for (Response response : new Response[] {preflight, simple}) {
            assertThat(response.headers().asList())
                    .noneMatch(header ->
                            header.getName().toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rules", "/v1/nothing", GATE, "/q/health", "/q/metrics", "/q/swagger-ui/", "/nope"})
    void everyAnswerSaysWhatBrowsersMayMakeOfIt(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void whatWasDecidedIsKeptInNoCache() {
        given().get("/v1/decisions").then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        given().get("/v1/nothing").then().statusCode(404).header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void theAddressIsInTheAudit() {
        given().contentType("application/json")
                .body("{\"service\":\"open\"}")
                .post(GATE)
                .then()
                .statusCode(200);
        given().get("/v1/decisions?service=open").then().body("decisions[0].caller", equalTo("127.0.0.1"));
    }
}
