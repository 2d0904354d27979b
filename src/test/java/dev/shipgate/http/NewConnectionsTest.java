package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections of a server of Vert.x, which has no time for headers of its own. */
class NewConnectionsTest {

    private static final long HEADER_TIMEOUT_MILLIS = 200;
    private static final int LONGEST_MILLIS = 20_000;

    private final Vertx vertx = new VertxBuilder()
            .serviceProviders(List.of(new NewConnections(HEADER_TIMEOUT_MILLIS)))
            .init()
            .vertx();
    private final HttpServer server = vertx.createHttpServer().requestHandler(request -> {
        HeaderTimeout timeout = HeaderTimeout.of(request);
        if (timeout != null) {
            timeout.headersCame();
        }
        request.response().end();
    });

    @BeforeEach
    void listen() throws Exception {
        server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private String answerTo(String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void thoseOnWhichNoWholeHeadersComeAreClosed() throws IOException {
        assertThat(answerTo("")).isEmpty();
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: localhost\r\n")).isEmpty();
    }

    @Test
    void thoseWithARequestAreAnswered() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }
}
