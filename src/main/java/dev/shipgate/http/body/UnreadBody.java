package dev.shipgate.http.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The body of a request that was answered without it. */
public final class UnreadBody {

    private static final long MAX_PASSING_OVER_MILLIS = 10_000;

    private UnreadBody() {}

    /** Whether the headers say that there is a body, which may be empty. */
    static boolean isSaid(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** Whether the headers say that there is a body with something in it. */
    public static boolean isToCome(HttpServerRequest request) {
        return isSaid(request) && !"0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    /**
     * Many clients read the answer only after they have sent all of the body, so the rest of it is taken and
     * thrown away for a while. Otherwise they would wait for the service, and the service for them.
     */
    public static void passOver(RoutingContext exchange) {
        exchange.request().handler(rest -> {}).resume();
        exchange.vertx()
                .setTimer(
                        MAX_PASSING_OVER_MILLIS,
                        late -> exchange.request().connection().close());
    }
}
