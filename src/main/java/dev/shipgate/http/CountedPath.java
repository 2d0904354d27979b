package dev.shipgate.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The path under which metrics count a request, where one resource has the paths of many. */
public final class CountedPath {

    /** Where the platform's metrics look for it when a request ends. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private CountedPath() {}

    /** Sets that of the current request, such as {@code /v1/load-gate}. It must have few values. */
    public static void set(String path) {
        Context context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(TEMPLATE, path);
        }
    }
}
