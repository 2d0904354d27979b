package dev.shipgate.audit.replay;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Grants waivers, revokes them and marks releases in the running service, by chance. */
final class Changes {

    /** The name of a key that may ask for verdicts and grant waivers. */
    static final String BOTH = "both";

    private static final String WAIVERS = "/v1/waivers";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Random random;
    private final List<String> valid = new ArrayList<>();

    Changes(Random random) {
        this.random = random;
    }

    void grantOrRevoke(List<String> services) {
        int chance = random.nextInt(20);
        if (chance < 2) {
            grant(oneOf(services));
        } else if (chance == 2 && !valid.isEmpty()) {
            revoke(valid.remove(random.nextInt(valid.size())));
        }
    }

    /** For all releases of the service, or for some. */
    void grant(String service) {
        Instant until = Instant.now().plus(1 + random.nextInt(5), ChronoUnit.HOURS);
        StringBuilder body = new StringBuilder("{\"service\":\"" + service + "\",\"until\":\""
                + until.truncatedTo(ChronoUnit.SECONDS) + "\",\"justification\":\"Agreed with \\\"sales\\\", ä.\"");
        if (random.nextInt(4) == 0) {
            body.append(",\"reason\":\"capacity_below_required\",\"part\":\"capacity\"");
        } else {
            body.append(",\"reason\":\"")
                    .append(oneOf(List.of("latency", "latency", "cost_without_quality_gain")))
                    .append('"');
            if (random.nextInt(3) == 0) {
                body.append(",\"route\":").append(json("[\"quote\",\"find\"]").get(random.nextInt(2)));
            }
        }
        if (random.nextInt(2) == 0) {
            body.append(",\"environment\":\"")
                    .append(oneOf(RandomRequests.ENVIRONMENTS))
                    .append('"');
        }
        if (random.nextInt(3) == 0) {
            body.append(",\"version\":\"")
                    .append(oneOf(RandomRequests.VERSIONS))
                    .append('"');
        }
        if (random.nextInt(2) == 0) {
            body.append(",\"ticket\":\"OPS-4711\"");
        }
        HttpResponse<String> granted = post(random.nextInt(3) == 0 ? BOTH : Roles.WAIVE, WAIVERS, body + "}");
        assertThat(granted.statusCode()).as(body + " " + granted.body()).isEqualTo(201);
        valid.add(json(granted.body()).path("waiver_id").asText());
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void revoke(String waiver) {
        HttpResponse<String> revoked =
                send(Roles.WAIVE, "DELETE", WAIVERS + "/" + waiver, "{\"message\":\"Fixed.\"}", "application/json");
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
    }

    void revokeAll() {
        valid.forEach(Changes::revoke);
        valid.clear();
    }

    /** Says that a release that passed went out. One of which nothing was measured cannot be marked. */
    void mark(String decision) {
        HttpResponse<String> marked =
                post(Roles.EVALUATE, "/v1/releases/shipped", "{\"decision_id\":\"" + decision + "\"}");
        boolean isWithoutNumbers = marked.statusCode() == 409 && marked.body().contains("has no numbers");
        assertThat(isWithoutNumbers || marked.statusCode() == 201)
                .as(marked.body())
                .isTrue();
    }

    static HttpResponse<String> post(String key, String path, String body) {
        return send(key, "POST", path, body, "application/json");
    }

    static HttpResponse<String> get(String path) {
        return send(Roles.AUDIT, "GET", path, "", "application/json");
    }

    /** All records, a line each. */
    static String export() {
        HttpResponse<String> export = send(Roles.AUDIT, "GET", "/v1/decisions", "", "application/x-ndjson");
        assertThat(export.statusCode()).isEqualTo(200);
        return export.body();
    }

    private static HttpResponse<String> send(String key, String method, String path, String body, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Keys.text(key))
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
