package dev.shipgate.http;

import dev.shipgate.http.body.UnreadBody;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem that is answered before a request gets to its resource, and before its body is read. Looks as those of
 * resources do.
 */
public final class EarlyProblem {

    private final int status;
    private final String type;
    private final String title;
    private final Map<CharSequence, String> headers = new LinkedHashMap<>();
    private String detail = "";

    private EarlyProblem(int status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /**
     * A problem without a detail.
     *
     * @param type as in {@link ProblemTypes#of}
     */
    public static EarlyProblem of(int status, String type, String title) {
        return new EarlyProblem(status, type, title);
    }

    /**
     * The problem of a caller who has asked for something too often, or for too much of it.
     *
     * @param retryAfterSeconds when it may be asked for again
     */
    public static EarlyProblem tooManyRequests(String detail, long retryAfterSeconds) {
        return of(429, "too-many-requests", "Too many requests")
                .withDetail(detail + " Try again later.")
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
    }

    public EarlyProblem withDetail(String text) {
        detail = text;
        return this;
    }

    public EarlyProblem withHeader(CharSequence name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Ends the exchange. A body that is still to come is not kept, and its connection ends. */
    public void answer(RoutingContext exchange) {
        HttpServerResponse response = exchange.response().setStatusCode(status);
        headers.forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        if (UnreadBody.isToCome(exchange.request())) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            exchange.addEndHandler(answered -> UnreadBody.passOver(exchange));
        }
        response.end(new JsonObject()
                .put("type", ProblemTypes.of(type).toString())
                .put("status", status)
                .put("title", title)
                .put("detail", detail)
                .put("instance", exchange.request().path())
                .encode());
    }
}
