package dev.shipgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * A server of HTTP on a loopback port that keeps a record of its own for each path, to be compared with the
 * measurements of a load-test tool. An answer depends on the number of requests of its path before, so that each run is
 * alike.
 */
public final class KnownServer implements AutoCloseable {

    /**
     * Of 100 requests 92 take 10 ms, 7 take 60 ms and one takes 150 ms, so that p90, p95 and the highest are far apart;
     * 4 fail.
     */
    public static final LongFunction<Answer> UNEVEN = index -> {
        long place = index * 37 % 100;
        return new Answer(place < 92 ? 10 : place < 99 ? 60 : 150, index % 25 == 7 ? 503 : 200);
    };

    /** Tools see connections and their own work too, on a machine that does other things. */
    private static final double MOST_ADDED_MS = 1_000;

    static {
        // The answer is then not held back until the client confirms its first half, which would add 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Map<String, Memory> byPath = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private KnownServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.start();
    }

    /** One that answers 404 to everything, until it is told about paths. */
    public static KnownServer started() {
        try {
            return new KnownServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer to a request.
     *
     * @param delayMillis how long to wait before
     * @param status of HTTP; 0 closes the connection without an answer
     * @param failed whether the request failed: its status says so, or its text alone
     * @param headers of the answer
     */
    public record Answer(long delayMillis, int status, boolean failed, Map<String, String> headers) {

        /** An answer that failed if there is none, or if its status says so. */
        public Answer(long delayMillis, int status) {
            this(delayMillis, status, status == 0 || status >= 400, Map.of());
        }
    }

    /**
     * The routes of a voice agent. Of ten requests of a route one is slow, so that a 95th percentile tells itself from
     * a mean and from a median. Some answers of {@code /tts} are failures by their status, some of {@code /llm} by
     * their text alone, and {@code /moved} leads to {@code /target}.
     */
    public static KnownServer ofVoice() {
        return started()
                .answering("/asr", index -> new Answer(tenthIsSlow(index), 200))
                .answering("/tts", index -> new Answer(tenthIsSlow(index), index % 7 == 3 ? 500 : 200))
                .answering("/llm", index -> new Answer(tenthIsSlow(index), 200, index % 8 == 5, Map.of()))
                .answering("/moved", index -> new Answer(tenthIsSlow(index), 302, false, Map.of("Location", "/target")))
                .answering("/target", index -> new Answer(tenthIsSlow(index), 200));
    }

    private static long tenthIsSlow(long index) {
        return index % 10 == 9 ? 250 : 5;
    }

    /** Answers a path; an answer may depend on the number of requests to the path before. */
    public KnownServer answering(String path, LongFunction<Answer> answers) {
        Memory memory = new Memory();
        byPath.put(path, memory);
        server.createContext(path, exchange -> answer(exchange, answers, memory));
        return this;
    }

    private static void answer(HttpExchange exchange, LongFunction<Answer> answers, Memory memory) throws IOException {
        long start = System.nanoTime();
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.apply(memory.arrived.getAndIncrement());
        try {
            Thread.sleep(answer.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        memory.answered.add(new Answered(System.nanoTime() - start, answer.failed()));
        if (answer.status() > 0) {
            byte[] body = (answer.failed() ? "bad" : "good").getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How many requests were answered, with whatever status, or left without an answer. */
    public int requests(String path) {
        return memory(path).answered.size();
    }

    /** How many requests failed. */
    public long failures(String path) {
        return memory(path).answered.stream().filter(Answered::failed).count();
    }

    /** The 95th percentile (nearest rank) of how long the server took, in milliseconds. */
    public double p95Ms(String path) {
        List<Long> sorted =
                memory(path).answered.stream().map(Answered::nanos).sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1) / 1e6;
    }

    /** Expects that a route of an import has the figures that this server recorded of its path. */
    public void assertMeasured(String path, JsonNode route, int requests) {
        assertThat(requests(path)).isEqualTo(requests);
        assertThat(route.get("samples").intValue()).isEqualTo(requests);
        assertThat(route.get("error_rate").doubleValue()).isEqualTo((double) failures(path) / requests);
        assertThat(route.get("p95_ms").doubleValue()).isBetween(p95Ms(path) - 2, p95Ms(path) + MOST_ADDED_MS);
    }

    private Memory memory(String path) {
        Memory memory = byPath.get(path);
        if (memory == null) {
            throw new IllegalArgumentException("This server was not told what to answer to " + path);
        }
        return memory;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answered(long nanos, boolean failed) {}

    private static final class Memory {

        private final AtomicLong arrived = new AtomicLong();
        private final ConcurrentLinkedQueue<Answered> answered = new ConcurrentLinkedQueue<>();
    }
}
