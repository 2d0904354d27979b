package dev.shipgate.ingest.prometheus;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the label that names routes. */
final class RouteLabel {

    /** The names that client libraries and frameworks give it. */
    private static final List<String> USUAL = List.of("route", "http_route", "handler", "uri", "path", "endpoint");

    private RouteLabel() {}

    /**
     * The series by the names of their routes.
     *
     * @param by the label; null for the usual one
     * @throws UnreadableResultException when there is no such label, or two series are of one route
     */
    static Map<String, PrometheusSeries> byName(List<PrometheusSeries> all, @Nullable String by) {
        if (all.size() == 1 && all.get(0).labels().isEmpty()) {
            return Map.of(ResultSink.WHOLE_TEST, all.get(0));
        }
        String label = by == null ? usual(all) : by;
        Map<String, PrometheusSeries> byName = new LinkedHashMap<>();
        for (PrometheusSeries series : all) {
            String name = series.labels().getOrDefault(label, "");
            if (name.isEmpty()) {
                throw new UnreadableResultException("The series " + ShortText.line(series.toString())
                        + " has no label \"" + label + "\". Ask for an aggregation by it: sum by (le, " + label + ").");
            }
            if (byName.put(name, series) != null) {
                throw new UnreadableResultException("There are several series for " + label + "=\""
                        + ShortText.line(name) + "\", and percentiles and ratios cannot be averaged. "
                        + "Aggregate by (le, " + label + ") in the query.");
            }
        }
        return byName;
    }

    private static String usual(List<PrometheusSeries> all) {
        List<String> found = USUAL.stream()
                .filter(label -> all.stream()
                        .allMatch(series ->
                                !series.labels().getOrDefault(label, "").isEmpty()))
                .toList();
        if (found.isEmpty()) {
            throw new UnreadableResultException("No label names the route of all series. Looked for "
                    + String.join(", ", USUAL) + "; the labels are " + labels(all)
                    + ". Say which one it is with by, or aggregate by it in the query.");
        }
        boolean agree = all.stream()
                .allMatch(series ->
                        found.stream().map(series.labels()::get).distinct().count() == 1);
        if (!agree) {
            throw new UnreadableResultException("The labels " + String.join(" and ", found)
                    + " could each name the route, and do not agree. Say which one it is with by.");
        }
        return found.get(0);
    }

    private static String labels(List<PrometheusSeries> all) {
        Set<String> names = new TreeSet<>();
        all.forEach(series -> names.addAll(series.labels().keySet()));
        return ShortText.line(String.join(", ", names));
    }
}
