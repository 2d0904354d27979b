package dev.shipgate.cli.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A server that answers as it is told, one answer after another, and remembers the requests. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final Queue<HttpHandler> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Map<String, List<String>>> headers = new ArrayList<>();

    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        try (exchange) {
            answers.remove().handle(exchange);
        }
    }

    /** The next answer. */
    public ScriptedServer answer(int status, String body, String... header) {
        return answer(exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** The next answer. */
    public synchronized ScriptedServer answer(HttpHandler handler) {
        answers.add(handler);
        return this;
    }

    /** A problem of Shipgate. */
    public ScriptedServer problem(int status, String type, String detail, String... header) {
        return answer(
                status,
                "{\"type\":\"urn:shipgate:problem:" + type + "\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\"}",
                header);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Method, path and body of each request. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** The values of a header of the request that came last. */
    public synchronized List<String> lastHeader(String name) {
        return headers.get(headers.size() - 1).getOrDefault(name, List.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
