package dev.shipgate.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the loopback that load-test tools ask, and that keeps its own record of what it did. Of ten requests of a route
 * one is slow, so that a 95th percentile tells itself from a mean and from a median. Some answers of {@code /tts} are failures
 * by their status, some of {@code /llm} by what they say alone.
 */
public final class VoiceServer implements AutoCloseable {

    /** How long the slow one of ten takes at least. */
    public static final long SLOW_MS = 250;

    private static final long FAST_MS = 5;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Map<String, Queue<Double>> durationsMs = new ConcurrentHashMap<>();

    public VoiceServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How many requests of a route there were. */
    public int requests(String route) {
        return requests.getOrDefault(route, new AtomicInteger()).get();
    }

    /** How many of them failed. */
    public int failures(String route) {
        return failures.getOrDefault(route, new AtomicInteger()).get();
    }

    /** The smallest duration that 95 of 100 requests did not exceed, as the server saw them. */
    public double p95Ms(String route) {
        List<Double> sorted = durationsMs.getOrDefault(route, new ConcurrentLinkedQueue<>()).stream()
                .sorted()
                .toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        String route = exchange.getRequestURI().getPath().substring(1);
        int number =
                requests.computeIfAbsent(route, first -> new AtomicInteger()).getAndIncrement();
        pause(number % 10 == 9 ? SLOW_MS : FAST_MS);
        boolean failed = (route.equals("tts") && number % 7 == 3) || (route.equals("llm") && number % 8 == 5);
        if (failed) {
            failures.computeIfAbsent(route, first -> new AtomicInteger()).incrementAndGet();
        }
        send(exchange, route, failed);
        durationsMs
                .computeIfAbsent(route, first -> new ConcurrentLinkedQueue<>())
                .add((System.nanoTime() - start) / 1e6);
    }

    private static void send(HttpExchange exchange, String route, boolean failed) throws IOException {
        byte[] body = (failed ? "bad" : "good").getBytes(StandardCharsets.UTF_8);
        if (route.equals("moved")) {
            exchange.getResponseHeaders().add("Location", "/target");
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.sendResponseHeaders(failed && route.equals("tts") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
