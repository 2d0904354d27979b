package dev.shipgate.access.browser;

import dev.shipgate.http.PathPlace;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The paths that people open in a browser. */
public final class ConsolePaths {

    /** Below it lie all pages. A session counts here and nowhere else. */
    public static final String CONSOLE = "/console";

    /** The page that takes a key. */
    public static final String LOGIN = CONSOLE + "/login";

    /** Open for everybody: nothing in them tells of a release. Styles and scripts are public code. */
    private static final List<String> PUBLIC = List.of(LOGIN, CONSOLE + "/assets");

    private ConsolePaths() {}

    /** Whether a request is for a page, or for something that a page asks for. */
    public static boolean isOfConsole(RoutingContext exchange) {
        return PathPlace.isAtOrBelow(CONSOLE, exchange.normalizedPath());
    }

    /** Whether a path needs no known caller: the way in, and what it looks like. */
    public static boolean isPublic(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        return path.equals("/") || PUBLIC.stream().anyMatch(place -> PathPlace.isAtOrBelow(place, path));
    }
}
