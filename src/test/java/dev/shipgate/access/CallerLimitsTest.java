package dev.shipgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.Profile.class)
class CallerLimitsTest {

    private static final int BODY_BYTES = 10_000_000;

    private final ApiKeys before = Keys.stored();
    private String key = "";

    @BeforeEach
    void ownKey() {
        key = Keys.add("limited", Roles.EVALUATE);
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(key).statusCode() == 404);
    }

    @AfterEach
    void putBack() {
        Keys.write(before);
    }

    private static Response ask(String key) {
        return Keys.with(key).get("/v1/nothing");
    }

    @SuppressWarnings("AddressSelection") // One address is meant, and no name.
    private static Socket send(String authorization, String more) throws IOException {
        // From an address of its own, so that requests that count against it do not count against others.
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.2", 0));
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST /v1/load-gate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + authorization + more + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(start, StandardCharsets.UTF_8);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() {
        int answered = 0;
        Response response = ask(key);
        while (response.statusCode() == 404 && answered < 1_000) {
            answered++;
            response = ask(key);
        }
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(answered).isGreaterThanOrEqualTo(150);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("detail"))
                .isEqualTo("The caller may send 20 requests a second, and has sent more. Try again later.");
        assertThat(ask(Keys.text(Roles.PUBLISH)).statusCode()).isEqualTo(404);
    }

    @Test
    void soManyRequestsOfOneCallerRunAtATime() throws IOException {
        String authorization = "Authorization: Bearer " + key + "\r\n";
        List<Socket> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(send(authorization, "Content-Length: 100\r\n"));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(key).statusCode() == 429);
        assertThat(ask(key).header("Retry-After")).isEqualTo("1");
        assertThat(ask(Keys.text(Roles.PUBLISH)).statusCode()).isEqualTo(404);
        for (String health : new String[] {"/q/health/live", "/q/health/ready"}) {
            assertThat(Keys.with(key).get(health).statusCode()).as(health).isEqualTo(200);
        }
        for (Socket socket : running) {
            socket.close();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(key).statusCode() == 404);
    }

    @Test
    void noneOfTheBodyIsWaitedForBeforeItIsKnownWhoSendsIt() throws IOException {
        try (Socket socket = send("", "Content-Length: " + BODY_BYTES + "\r\nExpect: 100-continue\r\n")) {
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 401");
        }
        try (Socket socket = send("", "Transfer-Encoding: chunked\r\n")) {
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void whoGuessesIsSlowedDownAndWhoHasAKeyIsNot() throws IOException {
        String last = "";
        for (int i = 0; i < 300 && !last.equals("HTTP/1.1 429"); i++) {
            String guess = ApiKey.random().text();
            try (Socket socket = send("Authorization: Bearer " + guess + "\r\n", "")) {
                last = statusLine(socket);
            }
        }
        assertThat(last).isEqualTo("HTTP/1.1 429");
        try (Socket socket = send("Authorization: Bearer " + key + "\r\n", "Content-Length: 2\r\n")) {
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 200");
        }
    }
}
