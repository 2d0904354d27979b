package dev.shipgate.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts of strangers in addresses of pages. */
public final class PageAddress {

    private PageAddress() {}

    /** A text as it may stand in a segment of a path and in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
