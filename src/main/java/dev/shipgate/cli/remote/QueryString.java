package dev.shipgate.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a request to a service. */
public final class QueryString {

    private final List<String> parameters = new ArrayList<>();

    /** Adds a parameter; none for null. */
    public QueryString add(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
        }
        return this;
    }

    /** A path with this query. */
    public String behind(String path) {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
