package dev.shipgate.ingest.mapping;

import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.ShortText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the routes of names, most of them once only: a file has the same name in row after row. */
public final class NameLookup {

    private static final int MAX_NAMES_KEPT = 10_000;

    private static final int MAX_LENGTH_KEPT = 4_000;

    /**
     * The entry of the mapping for a name.
     *
     * @param route that it is about; null when it is left out
     * @param whyLeftOut as it follows "are left out"; empty when it is not
     */
    private record Found(@Nullable String route, String whyLeftOut) {}

    private final Mapping mapping;
    private final LeftOut leftOut;
    private final Map<String, Found> known = new HashMap<>();

    /** @param leftOut receives the requests that the mapping leaves out */
    public NameLookup(Mapping mapping, LeftOut leftOut) {
        this.mapping = mapping;
        this.leftOut = leftOut;
    }

    /**
     * The route that a request is about, see {@link Mapping#routeOf}.
     *
     * @return empty when it is to be left out
     */
    public Optional<String> routeOfSample(String name, boolean failed) {
        Found found = find(name);
        if (found.route == null) {
            leftOut.add(found.whyLeftOut, name, 1, failed ? 1L : 0L);
        }
        return Optional.ofNullable(found.route);
    }

    /** The same of requests that a tool summed up. */
    public Optional<String> routeOfSummary(String name, Summary summary) {
        Found found = find(name);
        if (found.route == null) {
            leftOut.add(found.whyLeftOut, name, summary);
        }
        return Optional.ofNullable(found.route);
    }

    /** The same of a number that is of no requests. */
    public Optional<String> routeOf(String name) {
        return Optional.ofNullable(find(name).route);
    }

    /**
     * The same of requests that are called a success in spite of their status. They were reported as samples or in a
     * summary too.
     */
    public Optional<String> routeOfContradicting(String name, long requests) {
        Found found = find(name);
        if (found.route == null && requests > 0) {
            leftOut.contradictingStatus(found.whyLeftOut, requests);
        }
        return Optional.ofNullable(found.route);
    }

    /** Routes and names of the mapping that the files do not have. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<String> routes = mapping.routes().keySet().stream()
                .filter(route -> !mapping.use().isFound(route))
                .toList();
        if (!routes.isEmpty()) {
            notes.add("The mapping has routes that no name is: " + LeftOut.shortened(routes) + ".");
        }
        List<String> names = mapping.leaveOut().stream()
                .filter(pattern -> !mapping.use().isLeftOut(pattern))
                .map(pattern -> ShortText.of(pattern.text()))
                .toList();
        if (!names.isEmpty()) {
            notes.add("The mapping leaves out what no name is: " + LeftOut.shortened(names) + ".");
        }
        return notes;
    }

    private Found find(String name) {
        Found before = known.get(name);
        if (before != null) {
            return before;
        }
        String route = mapping.routeOf(name).orElse(null);
        Found found = new Found(route, route == null ? whyLeftOut(name) : "");
        if (known.size() < MAX_NAMES_KEPT && name.length() <= MAX_LENGTH_KEPT) {
            known.put(name, found);
        }
        return found;
    }

    private String whyLeftOut(String name) {
        return mapping.leavesOut(name) ? "by the mapping" : "as the mapping does not have their names";
    }
}
