package dev.shipgate.durability;

import dev.shipgate.loadgate.GateClient;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests of all kinds, most of them load gates, some with an idempotency key that comes up again. For one thread. */
final class Requests {

    /** Keys of all loads of a run are different, but for those that a client uses again. */
    private static final AtomicLong KEYS = new AtomicLong();

    private final Random random;
    private @Nullable Request repeated;

    Requests(Random random) {
        this.random = random;
    }

    record Request(String path, String body, @Nullable String key) {

        Map<String, String> headers() {
            return key == null ? Map.of() : Map.of("Idempotency-Key", key);
        }
    }

    Request next() {
        Request again = repeated;
        if (again != null && random.nextInt(10) == 0) {
            return again;
        }
        return switch (random.nextInt(10)) {
            case 0 -> keyed(storm());
            case 1 -> capacity();
            case 2 -> readiness();
            case 3, 4 -> keyed(gate());
            default -> gate();
        };
    }

    private Request keyed(Request request) {
        Request keyed = new Request(request.path(), request.body(), random.nextLong() + "-" + KEYS.incrementAndGet());
        repeated = keyed;
        return keyed;
    }

    private Request gate() {
        return new Request("/v1/load-gate", GateClient.voiceAgent(routes()), null);
    }

    /** About every second one is too slow. */
    private String routes() {
        return "\"book_table\":" + GateClient.route(300 + random.nextInt(1000), 0.004, 0.041, 0.01);
    }

    private Request storm() {
        return new Request(
                "/v1/retry-storms",
                "{\"points\":[{\"minute\":0,\"user_turns\":100,\"service_attempts\":" + random.nextInt(400)
                        + ",\"dependency_error_rate\":0.2}]}",
                null);
    }

    private Request capacity() {
        return new Request(
                "/v1/capacity",
                "{\"p95_budget_ms\":800,\"error_budget\":0.01,\"steps\":[{\"concurrency\":50,\"p95_ms\":"
                        + random.nextInt(1600) + ",\"error_rate\":0.001}]}",
                null);
    }

    private Request readiness() {
        return new Request(
                "/v1/release-readiness",
                "{\"service\":\"voice-agent\",\"environment\":\"staging\",\"load_gate\":{\"routes\":{" + routes()
                        + "}}}",
                null);
    }
}
