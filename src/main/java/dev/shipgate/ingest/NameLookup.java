package dev.shipgate.ingest;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the routes of names, most of them once only: a file has the same name in row after row. */
final class NameLookup {

    private static final int MAX_NAMES_KEPT = 10_000;

    private static final int MAX_LEFT_OUT_KEPT = 11;

    private final Mapping mapping;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    NameLookup(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The route that a name is about, see {@link Mapping#routeOf}.
     *
     * @return empty when it is to be left out
     */
    Optional<String> routeOf(String name) {
        Optional<String> before = known.get(name);
        if (before != null) {
            return before;
        }
        Optional<String> found = mapping.routeOf(name);
        if (found.isEmpty() && leftOut.size() < MAX_LEFT_OUT_KEPT && !mapping.leavesOut(name)) {
            leftOut.add(name);
        }
        if (known.size() < MAX_NAMES_KEPT) {
            known.put(name, found);
        }
        return found;
    }

    /** Names that were left out without being named in the mapping, the first of them. */
    Set<String> leftOut() {
        return leftOut;
    }
}
