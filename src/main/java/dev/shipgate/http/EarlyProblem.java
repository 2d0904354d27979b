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

    /** Writes a problem for the reader of a page. */
    public interface Page {

        /** The page in HTML. */
        String write(int status, String title, String detail);
    }

    private static final String PAGE = "shipgate.problem-page";

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

    /** Has the problems of a request answered as a page. */
    public static void asPage(RoutingContext exchange, Page page) {
        exchange.put(PAGE, page);
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
        if (UnreadBody.isToCome(exchange.request())) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            exchange.addEndHandler(answered -> UnreadBody.passOver(exchange));
        }
        Page page = exchange.get(PAGE);
        response.putHeader(
                HttpHeaders.CONTENT_TYPE, page == null ? HttpProblem.MEDIA_TYPE.toString() : "text/html;charset=UTF-8");
        response.end(page == null ? json(exchange) : page.write(status, title, detail));
    }

    private String json(RoutingContext exchange) {
        return new JsonObject()
                .put("type", ProblemTypes.of(type).toString())
                .put("status", status)
                .put("title", title)
                .put("detail", detail)
                .put("instance", exchange.request().path())
                .encode();
    }
}
