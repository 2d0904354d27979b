package dev.shipgate.durability;

import dev.shipgate.durability.Requests.Request;
import dev.shipgate.hash.Sha256;
import dev.shipgate.testing.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that post as fast as they are answered, and remember the answers. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 32;

    /** A client that was refused asks again, a little later. */
    static final long PAUSE_MILLIS = 20;

    private final ServiceProcess service;
    private final Acknowledged acknowledged;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean ended;

    private Load(ServiceProcess service, Acknowledged acknowledged) {
        this.service = service;
        this.acknowledged = acknowledged;
    }

    static Load on(ServiceProcess service, Acknowledged acknowledged, Random random) {
        Load load = new Load(service, acknowledged);
        for (int i = 0; i < CLIENTS; i++) {
            Requests requests = new Requests(new Random(random.nextLong()));
            load.start(() -> load.post(requests.next()));
        }
        return load;
    }

    /** Somebody who waits for one answer after the other. */
    interface Client {
        void ask() throws InterruptedException;
    }

    /** Has others ask beside these clients, until the load ends. */
    Load beside(List<? extends Client> others) {
        others.forEach(this::start);
        return this;
    }

    private void start(Client client) {
        Thread thread = new Thread(() -> run(client), "client-" + clients.size());
        clients.add(thread);
        thread.start();
    }

    private void run(Client client) {
        try {
            while (!ended) {
                client.ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Request request) throws InterruptedException {
        long startNanos = System.nanoTime();
        try {
            HttpResponse<byte[]> response = service.post(request.path(), request.body(), request.headers());
            longestNanos.accumulateAndGet(System.nanoTime() - startNanos, Math::max);
            take(request, response);
        } catch (IOException e) {
            // A client that was never answered knows nothing: the service was killed.
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void take(Request request, HttpResponse<byte[]> response) throws InterruptedException {
        if (response.statusCode() == 200) {
            answered.incrementAndGet();
            acknowledged.add(request.key(), response.body());
            return;
        }
        String body = new String(response.body(), StandardCharsets.UTF_8);
        boolean right = response.statusCode() == 503
                && body.contains("\"type\":\"urn:shipgate:problem:not-recorded\"")
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && response.headers().firstValue("Retry-After").isPresent();
        if (!right) {
            wrong.add(response.statusCode() + " " + body);
        }
        refused.incrementAndGet();
        Thread.sleep(PAUSE_MILLIS);
    }

    /** How many were answered 200 so far. */
    long answered() {
        return answered.get();
    }

    /** How many were answered 503 so far. */
    long refused() {
        return refused.get();
    }

    /** The longest that a client waited for an answer. */
    Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    /** Answers that were neither a decision nor a proper refusal. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    static byte[] fingerprint(byte[] answer) {
        return Sha256.of(answer);
    }

    @Override
    public void close() {
        end();
    }

    /** Waits until each client has its last answer. */
    void end() {
        ended = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            clients.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
