package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reports to a sink the rows that are taken. Rows of transaction controllers and of sub-results repeat measurements
 * that rows of requests have: they are left out, unless the mapping names them, and then no requests may be on their
 * route. A name that requests have is theirs.
 */
final class TakenRows {

    /** So many names are looked up once only. */
    private static final int MAX_NAMES_KEPT = 10_000;

    private final Mapping mapping;
    private final Mapping namedOnly;
    private final ResultSink sink;
    private final Map<RowKind, Map<String, Boolean>> known = new EnumMap<>(RowKind.class);
    private final Map<String, RowKind> kindOfRoute = new HashMap<>();
    private final LoneTransactions alone = new LoneTransactions();
    private boolean hasRequests;
    private boolean hasNamed;
    private boolean hasLeftOut;

    TakenRows(Mapping mapping, ResultSink sink) {
        this.mapping = mapping;
        this.namedOnly = mapping.ofNamesAlone();
        this.sink = sink;
    }

    /**
     * The next row.
     *
     * @throws UnreadableResultException when its route has rows of another kind, so that requests would count twice
     */
    void add(RowKind kind, Sample sample) {
        switch (kind) {
            case REQUEST -> {
                hasRequests = true;
                request(sample);
            }
            case TRANSACTION, SUB_RESULT -> {
                if (!reportIfNamed(kind, sample)) {
                    hasLeftOut = true;
                    sink.leftOut(kind.whyLeftOut(), sample.name(), 1, sample.failed() ? 1L : 0L);
                }
            }
            case TRANSACTION_ALONE -> {
                if (!reportIfNamed(RowKind.TRANSACTION, sample)) {
                    alone.add(sample);
                    request(sample);
                }
            }
        }
    }

    private void request(Sample sample) {
        if (takes(RowKind.REQUEST, sample.name())) {
            report(sample);
        }
    }

    private boolean reportIfNamed(RowKind kind, Sample sample) {
        boolean isNamed = takes(kind, sample.name());
        if (isNamed) {
            hasNamed = true;
            report(sample);
        }
        return isNamed;
    }

    private boolean takes(RowKind kind, String name) {
        Map<String, Boolean> names = known.computeIfAbsent(kind, first -> new HashMap<>());
        Boolean before = names.get(name);
        boolean taken = before == null ? decide(kind, name) : before;
        if (before == null && names.size() < MAX_NAMES_KEPT) {
            names.put(name, taken);
        }
        return taken;
    }

    private boolean decide(RowKind kind, String name) {
        if (kind != RowKind.REQUEST && isTaken(RowKind.REQUEST, name)) {
            return false;
        }
        Optional<String> route = (kind == RowKind.REQUEST ? mapping : namedOnly).routeOf(name);
        if (route.isEmpty()) {
            // Requests that the mapping leaves out are reported all the same, so that they are counted.
            return kind == RowKind.REQUEST;
        }
        RowKind before = kindOfRoute.putIfAbsent(route.get(), kind);
        if (before != null && before != kind) {
            throw countedTwice(route.get(), before, kind, name);
        }
        return true;
    }

    private boolean isTaken(RowKind kind, String name) {
        return known.getOrDefault(kind, Map.of()).getOrDefault(name, false);
    }

    private UnreadableResultException countedTwice(String route, RowKind before, RowKind kind, String name) {
        boolean isOneName = kind == RowKind.REQUEST && isTaken(before, name);
        return new UnreadableResultException("The route \"" + route + "\" has rows of " + before.plural()
                + " and, with \"" + name + "\", of " + kind.plural()
                + " which would count requests twice. "
                + (isOneName
                        ? "Name \"" + name
                                + "\" nowhere in the mapping: its requests are a route of that name then, and "
                                + "the others are left out. Or call one of them otherwise in the test."
                        : "Map one of them only."));
    }

    private void report(Sample sample) {
        sink.sample(sample.name(), sample.startedAtMs(), sample.elapsedMs(), TimeUnit.MILLISECONDS, sample.failed());
        if (sample.contradictsItsStatus()) {
            sink.contradictingStatus(sample.name(), sample.startedAtMs(), 1);
        }
    }

    /**
     * There are no more rows.
     *
     * @throws UnreadableResultException when all rows are of transactions, so that their requests have none
     */
    void end() {
        if (!hasRequests && !hasNamed && (!alone.isEmpty() || hasLeftOut)) {
            throw new UnreadableResultException(
                    "All rows are of transaction controllers, and their requests have none. Set "
                            + "jmeter.save.saveservice.subresults=true, or name the transactions in the mapping.");
        }
        alone.note(sink);
    }
}
