package dev.shipgate.http;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/** The path under which metrics count a request, where one resource has the paths of many. */
public final class CountedPath {

    /** Where the platform's metrics look for it when a request ends. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private CountedPath() {}

    /** Sets that of a request, such as {@code /v1/load-gate}. It must have few values. */
    public static void set(RoutingContext exchange, String path) {
        ((HttpServerRequestInternal) exchange.request()).context().putLocal(TEMPLATE, path);
    }
}
