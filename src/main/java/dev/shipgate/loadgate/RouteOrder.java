package dev.shipgate.loadgate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The order of routes in an answer: measured ones as in the request, then the others by name. */
final class RouteOrder {

    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    RouteOrder(Collection<String> measured, Collection<String> budgeted) {
        measured.forEach(this::append);
        new TreeSet<>(budgeted).forEach(this::append);
    }

    private void append(String route) {
        ranks.putIfAbsent(route, ranks.size());
    }

    /** All routes in order; after them, by name, those that only rules know. */
    List<String> routes(Collection<String> namedByRules) {
        List<String> routes = new ArrayList<>(ranks.keySet());
        new TreeSet<>(namedByRules)
                .stream().filter(route -> !ranks.containsKey(route)).forEach(routes::add);
        return routes;
    }

    /** The place of a route; one that is not measured and not budgeted comes last, as does none at all. */
    int rank(@Nullable String route) {
        Integer rank = route == null ? null : ranks.get(route);
        return rank == null ? Integer.MAX_VALUE : rank;
    }
}
