package dev.shipgate.http.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that say how much they will send, and take their time. */
@QuarkusTest
@TestProfile(SlowBodyTest.Impatient.class)
public class SlowBodyTest {

    /** More than the service has threads for requests. */
    private static final int CLIENTS = 250;

    private static final String HEAD = """
            POST /v1/load-gate HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Connection: close\r
            """;

    /** Waits two seconds for a body, and three for a request, on not many more connections than are needed here. */
    public static final class Impatient implements QuarkusTestProfile {

        public static final int MAX_CONNECTIONS = CLIENTS + 50;

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shipgate.http.body-timeout",
                    "2s",
                    "quarkus.http.idle-timeout",
                    "3s",
                    "quarkus.http.limits.max-connections",
                    Integer.toString(MAX_CONNECTIONS));
        }
    }

    private static Socket sending(String text) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((HEAD + text).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void slowBodiesTimeOutWhileOthersAreAnswered() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            slow.add(sending("Content-Length: 100\r\n\r\n{"));
        }
        given().contentType("application/json")
                .body("{}")
                .post("/v1/load-gate")
                .then()
                .statusCode(200);
        for (Socket socket : slow) {
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json")
                    .contains("urn:shipgate:problem:body-too-slow")
                    .contains("The body was not there after 2000 ms.");
            socket.close();
        }
    }

    @Test
    void whoAsksBeforeSendingIsToldToGoOn() throws Exception {
        try (Socket socket = sending("Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")) {
            byte[] start = socket.getInputStream().readNBytes(25);
            assertThat(new String(start, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyInPartsIsPutTogether() throws Exception {
        try (Socket socket = sending("Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")) {
            Thread.sleep(200);
            socket.getOutputStream().write("1\r\n}\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
    }
}
