package dev.shipgate.cli.remote;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param method {@code GET}, {@code POST} or {@code DELETE}
 * @param path path and query, which begin with a slash
 * @param body JSON; null for none
 * @param idempotencyKey null for none
 * @param accept the media type of the answer
 * @param success the status of an answer that is there; where it is 200, also 201
 */
public record ServiceRequest(
        String method,
        String path,
        byte @Nullable [] body,
        @Nullable String idempotencyKey,
        String accept,
        int success) {

    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Asks for JSON that is there. */
    public static ServiceRequest get(String path) {
        return new ServiceRequest("GET", path, null, null, JSON, OK);
    }

    /** Asks for a line of JSON for each record. */
    public static ServiceRequest getLines(String path) {
        return new ServiceRequest("GET", path, null, null, "application/x-ndjson", OK);
    }

    /** Has a service do something. */
    public static ServiceRequest post(String path, byte @Nullable [] body, @Nullable String idempotencyKey) {
        return new ServiceRequest("POST", path, body, idempotencyKey, JSON, OK);
    }

    /** Has a service begin work. It is sent again only after 429, as each beginning takes a place until it ends. */
    public static ServiceRequest begin(String path, byte[] body) {
        return new ServiceRequest("POST", path, body, null, JSON, ACCEPTED);
    }

    /** Has a service end work that it has begun. */
    public static ServiceRequest end(String path) {
        return new ServiceRequest("DELETE", path, null, null, JSON, OK);
    }

    /** Has a service take something back. */
    public static ServiceRequest delete(String path, byte @Nullable [] body) {
        return new ServiceRequest("DELETE", path, body, null, JSON, OK);
    }

    /** Whether a status says that all went well. */
    boolean isSuccess(int status) {
        return status == success || (success == OK && status == CREATED);
    }

    /** Whether it may be sent twice: it changes nothing, or the service does it once under its key. */
    boolean mayBeRepeated() {
        return method.equals("GET") || idempotencyKey != null || (method.equals("DELETE") && body == null);
    }

    /** Whether it may be sent again after a status with which a service says that it has begun nothing. */
    boolean mayBeRepeatedAfter(int status) {
        return mayBeRepeated() || (success == ACCEPTED && status == TOO_MANY_REQUESTS);
    }

    HttpRequest to(URI service, @Nullable String key, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(timeout)
                .header("Accept", accept)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", JSON);
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.build();
    }
}
