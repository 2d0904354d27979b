package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections of a server of Vert.x, which has no time for headers of its own. */
class NewConnectionsTest {

    private static final int LONGEST_MILLIS = 20_000;

    private final List<Vertx> started = new ArrayList<>();

    private HttpServer server(long headerTimeoutMillis) throws Exception {
        Vertx vertx = new VertxBuilder()
                .serviceProviders(List.of(new NewConnections(headerTimeoutMillis)))
                .init()
                .vertx();
        started.add(vertx);
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            HeaderTimeout timeout = HeaderTimeout.of(request);
            if (timeout != null) {
                timeout.headersCame();
            }
            request.response().end();
        });
        return end(server.listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() throws Exception {
        for (Vertx vertx : started) {
            end(vertx.close());
        }
    }

    private static <T> T end(Future<T> begun) throws Exception {
        return begun.toCompletionStage().toCompletableFuture().get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static String answer(HttpServer server, String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void thoseOnWhichNoWholeHeadersComeAreClosed() throws Exception {
        HttpServer impatient = server(200);

        assertThat(answer(impatient, "")).isEmpty();
        assertThat(answer(impatient, "GET / HTTP/1.1\r\nHost: localhost\r\n")).isEmpty();
    }

    @Test
    void thoseWithARequestAreAnswered() throws Exception {
        assertThat(answer(server(LONGEST_MILLIS), "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }
}
