package dev.shipgate.audit.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Requests of all kinds that are accepted, however odd what they measured is. */
final class RandomRequests {

    /** A request, with the kind of evaluation and the part of the answer that it asks for. */
    record Asked(
            String kind,
            String path,
            @Nullable String include,
            @Nullable String service,
            String body) {

        String uri() {
            return include == null ? path : path + "?include=" + include;
        }
    }

    private static final String QUOTE = "quote";

    static final List<String> ENVIRONMENTS = List.of("production", "staging");
    static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "2026.11-β");
    static final List<String> ROUTES = List.of(QUOTE, "find", "book_table", "a/b~c \"d\"");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOAD_GATE = "load_gate";
    private static final String RETRY_STORMS = "retry_storms";
    private static final String CAPACITY = "capacity";

    private final Random random;

    RandomRequests(Random random) {
        this.random = random;
    }

    Asked next(@Nullable String service) {
        ObjectNode body = release(service);
        return switch (random.nextInt(6)) {
            case 0 -> asked(RETRY_STORMS, "/v1/retry-storms", chance(3) ? "points" : null, service, storms(body));
            case 1 -> asked(CAPACITY, "/v1/capacity", null, service, capacity(body));
            case 2 -> asked("release_readiness", "/v1/release-readiness", null, service, readiness(body));
            default -> asked(LOAD_GATE, "/v1/load-gate", null, service, gate(body));
        };
    }

    private static Asked asked(
            String kind, String path, @Nullable String include, @Nullable String service, ObjectNode body) {
        return new Asked(kind, path, include, service, body.toString());
    }

    /** Once in so many times. */
    private boolean chance(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private ObjectNode release(@Nullable String service) {
        ObjectNode body = JSON.createObjectNode();
        if (service != null || chance(2)) {
            body.put("service", service);
        }
        if (!chance(8)) {
            body.put("environment", oneOf(ENVIRONMENTS));
        }
        if (!chance(4)) {
            body.put("version", oneOf(VERSIONS));
        }
        if (!chance(3)) {
            ObjectNode labels = body.putObject("labels");
            label(labels, "track", "canary", "stable");
            label(labels, "price", "free", "dear");
            label(labels, "tier", "critical", "gold");
            label(labels, "excused", "yes", "");
            label(labels, "hotfix", "true", "TRUE");
            label(labels, "signed", "yes", "\u202eno");
            label(labels, "größe \"x\"", "1e9", "null");
        }
        return body;
    }

    private void label(ObjectNode labels, String name, String... values) {
        if (chance(2)) {
            labels.put(name, oneOf(List.of(values)));
        }
    }

    private ObjectNode gate(ObjectNode body) {
        if (chance(20)) {
            return body;
        }
        ObjectNode routes = body.putObject("routes");
        if (chance(2)) {
            // Of this one alone, some rules that look at labels know the budget.
            measured(routes.putObject(QUOTE));
            return body;
        }
        ObjectNode budgets = JSON.createObjectNode();
        for (String route : ROUTES) {
            if (chance(2)) {
                continue;
            }
            if (chance(50)) {
                routes.putNull(route);
            } else {
                measured(routes.putObject(route));
            }
            if (!chance(12)) {
                budget(budgets.putObject(route));
            }
        }
        if (!budgets.isEmpty()) {
            body.set("budgets", budgets);
        }
        return body;
    }

    private void measured(ObjectNode route) {
        if (chance(10)) {
            route.put("p95_at_least_ms", 100 + random.nextInt(500));
            route.put("p95_at_most_ms", 600 + random.nextInt(500));
        } else {
            number(route, "p95_ms", 200 + random.nextInt(500));
        }
        number(route, "error_rate", random.nextInt(11) / 1000.0);
        number(route, "cost_per_success", random.nextInt(40) / 1000.0);
        number(route, "task_success_delta", random.nextInt(100) / 1000.0 - 0.05);
        if (chance(3)) {
            route.put("samples", random.nextInt(10_000));
        }
        if (chance(5)) {
            route.put("ttft_p95_ms", 80.5);
        }
        if (chance(5)) {
            route.put("an unknown metric", chance(2) ? -1e300 : 0.1 + 0.2);
        }
    }

    /** Mostly the number; now and then none, nothing at all, zero, or one that hardly is another one. */
    private void number(ObjectNode fields, String name, double value) {
        switch (random.nextInt(100)) {
            case 0 -> fields.putNull(name);
            case 1 -> fields.put(name, 0);
            case 2 -> fields.put(name, Math.nextUp(value));
            case 3 -> fields.put(name, 1e-300);
            case 4 -> {
                // Not measured.
            }
            default -> fields.put(name, value);
        }
    }

    private void budget(ObjectNode budget) {
        number(budget, "p95_ms", 400 + random.nextInt(500));
        number(budget, "error_rate", 0.01);
        number(budget, "cost_per_success", 0.03);
        if (chance(3)) {
            number(budget, "min_gain_for_cost_overrun", 0.01);
        }
    }

    private ObjectNode storms(ObjectNode body) {
        ArrayNode points = body.putArray("points");
        int count = random.nextInt(5);
        for (int minute = 0; minute < count; minute++) {
            ObjectNode point = points.addObject();
            point.put("minute", minute);
            whole(point, "user_turns", 100);
            whole(point, "service_attempts", 90 + random.nextInt(80));
            number(point, "dependency_error_rate", random.nextInt(30) / 100.0);
        }
        switch (random.nextInt(5)) {
            case 0 -> body.put("baseline", "auto");
            case 1, 2 -> body.put("baseline", "shipped");
            case 3 -> body.putObject("baseline").put("attempt_ratio", 1.05).put("dependency_error_rate", 0.02);
            default -> number(body, "attempt_ratio_threshold", 1.5);
        }
        return body;
    }

    private void whole(ObjectNode fields, String name, int value) {
        if (chance(60)) {
            fields.putNull(name);
        } else if (!chance(60)) {
            fields.put(name, chance(60) ? 0 : value);
        }
    }

    private ObjectNode capacity(ObjectNode body) {
        body.put("p95_budget_ms", 800).put("error_budget", 0.01);
        if (chance(2)) {
            body.put("required_concurrency", 50 * (1 + random.nextInt(8)));
        }
        ArrayNode steps = body.putArray("steps");
        int concurrency = 0;
        for (int step = random.nextInt(6); step > 0; step--) {
            concurrency += 50 * random.nextInt(3) + (concurrency == 0 ? 50 : 0);
            ObjectNode fields = steps.addObject();
            fields.put("concurrency", concurrency);
            number(fields, "p95_ms", 300 + concurrency + random.nextInt(300));
            number(fields, "error_rate", random.nextInt(12) / 1000.0);
            if (chance(3)) {
                fields.put("samples", random.nextInt(5_000));
            }
        }
        return body;
    }

    private ObjectNode readiness(ObjectNode body) {
        if (!chance(5)) {
            body.set(LOAD_GATE, gate(JSON.createObjectNode()));
        }
        if (chance(2)) {
            body.set(RETRY_STORMS, storms(JSON.createObjectNode()));
        }
        if (chance(2)) {
            body.set(CAPACITY, capacity(JSON.createObjectNode()));
        }
        return body;
    }
}
