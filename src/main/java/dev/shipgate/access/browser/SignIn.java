package dev.shipgate.access.browser;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way in for somebody who opens a page and is not known. */
public final class SignIn {

    private static final String HTML = "text/html";

    /** The name of the parameter that says where to go after signing in. */
    public static final String NEXT = "next";

    private SignIn() {}

    /**
     * Leads a browser that opens a page to the page that takes a key.
     *
     * @return false when the request is of another kind, and nothing was answered
     */
    public static boolean lead(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (!ConsolePaths.isOfConsole(exchange) || !isOfPage(request)) {
            return false;
        }
        if (comesFromElsewhere(request)) {
            openAgain(exchange);
        } else {
            exchange.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, ConsolePaths.LOGIN + "?" + NEXT + "=" + encoded(request.uri()))
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
        }
        return true;
    }

    private static boolean isOfPage(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return reads && accept != null && accept.contains(HTML);
    }

    /** A browser that follows a link of another site, such as that of a pipeline, does not send the cookie. */
    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from != null && !from.equals("same-origin") && !from.equals("none");
    }

    /** Opens the same page once more from here: this time the browser sends the cookie, if it has one. */
    private static void openAgain(RoutingContext exchange) {
        exchange.response()
                .setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML + ";charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Refresh", "0")
                .end("<!DOCTYPE html><html lang=\"en\"><title>Shipgate</title>"
                        + "<link rel=\"icon\" href=\"/console/assets/icon.svg\">"
                        + "<p>One moment. If nothing happens, load this page again.</p></html>");
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
