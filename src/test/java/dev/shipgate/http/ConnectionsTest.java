package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shipgate.http.body.SlowBodyTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A client that holds connections without asking anything takes them from others only for a while, and only so many.
 */
@QuarkusTest
@TestProfile(SlowBodyTest.Impatient.class)
class ConnectionsTest {

    private static final String REQUEST = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n";
    private static final int LONGEST_MILLIS = 20_000;

    private final List<Socket> open = new ArrayList<>();

    @Inject
    Vertx vertx;

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private Socket connection() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(LONGEST_MILLIS);
        open.add(socket);
        return socket;
    }

    /** All that comes until the service closes the connection; nothing when it does so at once. */
    private static String answerTo(Socket socket, String sent) throws IOException {
        try {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void oneMoreThanMayBeOpenIsClosedAtOnceUntilThereIsRoom() throws IOException {
        // Again, as on a busy machine the first are closed for their silence before the last are open.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int i = 0; i < SlowBodyTest.Impatient.MAX_CONNECTIONS; i++) {
                connection();
            }
            assertThat(answerTo(connection(), REQUEST + "\r\n")).isEmpty();
        });

        close();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(answerTo(connection(), REQUEST + "Connection: close\r\n\r\n"))
                        .startsWith("HTTP/1.1 200 "));
    }

    @Test
    void oneOnWhichNothingIsAskedAnyMoreIsClosed() throws IOException {
        assertThat(answerTo(connection(), REQUEST + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void eachHasATimeForItsHeaders() {
        // By name: the platform loads the classes of its server with another class loader than those of tests.
        assertThat(((VertxInternal) vertx).transport().getClass().getName()).startsWith(NewConnections.class.getName());
    }
}
