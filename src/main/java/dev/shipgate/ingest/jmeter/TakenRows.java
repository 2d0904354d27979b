package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.UnreadableResultException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows are taken. Rows of transaction controllers and sub-results measure again what rows of requests measure: they are
 * left out, unless the mapping names them, and then no requests may be on their route.
 */
final class TakenRows {

    /** So many names are looked up once only. */
    private static final int MAX_NAMES_KEPT = 10_000;

    /** So many names are told in a note. */
    private static final int MAX_NAMES_TOLD = 10;

    private final Mapping mapping;
    private final Mapping namedOnly;
    private final Map<RowKind, Map<String, Boolean>> known = new EnumMap<>(RowKind.class);
    private final Map<String, RowKind> kindOfRoute = new HashMap<>();
    private final Map<RowKind, LeftOut> leftOut = new EnumMap<>(RowKind.class);

    TakenRows(Mapping mapping) {
        this.mapping = mapping;
        this.namedOnly = mapping.ofNamesAlone();
    }

    /**
     * Whether a row is to be taken.
     *
     * @throws UnreadableResultException when its route has rows of another kind, so that requests would count twice
     */
    boolean takes(RowKind kind, String name) {
        Map<String, Boolean> names = known.computeIfAbsent(kind, first -> new HashMap<>());
        Boolean before = names.get(name);
        boolean taken = before == null ? decide(kind, name) : before;
        if (before == null && names.size() < MAX_NAMES_KEPT) {
            names.put(name, taken);
        }
        if (!taken && kind != RowKind.REQUEST) {
            leftOut.computeIfAbsent(kind, first -> new LeftOut()).add(name);
        }
        return taken;
    }

    private boolean decide(RowKind kind, String name) {
        Optional<String> route = (kind == RowKind.REQUEST ? mapping : namedOnly).routeOf(name);
        if (route.isEmpty()) {
            // Requests that the mapping leaves out are told all the same, so that they are counted.
            return kind == RowKind.REQUEST;
        }
        RowKind before = kindOfRoute.putIfAbsent(route.get(), kind);
        if (before != null && before != kind) {
            throw new UnreadableResultException("The route \"" + route.get() + "\" has rows of " + before.plural()
                    + " and, with \"" + name + "\", of " + kind.plural()
                    + " which would count requests twice. Map one of them only.");
        }
        return true;
    }

    /**
     * Says what was left out, if anything was.
     *
     * @throws UnreadableResultException when that was all, so that the requests of transactions have no rows
     */
    void noteLeftOut(ResultSink sink) {
        if (!leftOut.isEmpty() && !known.containsKey(RowKind.REQUEST) && kindOfRoute.isEmpty()) {
            throw new UnreadableResultException(
                    "All rows are of transaction controllers, and their requests have none. Set "
                            + "jmeter.save.saveservice.subresults=true, or name the transactions in the mapping.");
        }
        leftOut.forEach((kind, rows) -> sink.note(rows.count + " rows of " + kind.plural() + " are left out, "
                + kind.whyLeftOut() + ": " + String.join(", ", rows.names)
                + (rows.names.size() == MAX_NAMES_TOLD ? " and maybe others" : "")
                + ". To take them instead, name them in the mapping."));
    }

    private static final class LeftOut {

        private final Set<String> names = new TreeSet<>();
        private long count;

        void add(String name) {
            count++;
            if (names.size() < MAX_NAMES_TOLD) {
                names.add(name);
            }
        }
    }
}
