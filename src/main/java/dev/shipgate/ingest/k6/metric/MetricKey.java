package dev.shipgate.ingest.k6.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a metric, with the tags of its values that are meant: {@code http_req_duration{name:book_table}} is a
 * sub-metric, which k6 writes only for a threshold on it.
 *
 * @param tags none for all values of the metric
 */
public record MetricKey(String metric, Map<String, String> tags) implements Comparable<MetricKey> {

    /** The tags that name routes when nobody says which does, the first that there is. */
    private static final List<String> USUAL_ROUTE_TAGS = List.of("route", "name", "group", "scenario");

    /** Tags that say how a request ended. */
    private static final Set<String> OUTCOME_TAGS = Set.of("expected_response", "status", "error", "error_code");

    public MetricKey {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /**
     * Reads a key as k6 does: tags end at commas, their names at the first colon, and quotes around both are left out.
     */
    public static MetricKey parse(String text) {
        int open = text.indexOf('{');
        if (open < 0 || !text.endsWith("}")) {
            return new MetricKey(text, Map.of());
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.substring(open + 1, text.length() - 1).split(",", -1)) {
            int colon = tag.indexOf(':');
            if (colon >= 0) {
                tags.put(unquoted(tag.substring(0, colon)), unquoted(tag.substring(colon + 1)));
            } else if (!tag.isBlank()) {
                tags.put(unquoted(tag), "");
            }
        }
        return new MetricKey(text.substring(0, open), tags);
    }

    private static String unquoted(String text) {
        String stripped = text.strip();
        int start = 0;
        int end = stripped.length();
        while (start < end && isQuote(stripped.charAt(start))) {
            start++;
        }
        while (end > start && isQuote(stripped.charAt(end - 1))) {
            end--;
        }
        return stripped.substring(start, end);
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    /** The first of the usual tags that any of the sub-metrics has; null when none has one. */
    static @Nullable public String usualRouteTag(Iterable<MetricKey> submetrics) {
        for (String tag : USUAL_ROUTE_TAGS) {
            for (MetricKey submetric : submetrics) {
                if (submetric.names(tag)) {
                    return tag;
                }
            }
        }
        return null;
    }

    public static List<String> usualRouteTags() {
        return USUAL_ROUTE_TAGS;
    }

    /**
     * Whether the requests of one value of the tag are meant. Those that ended in some way are not all requests of a
     * route, so a sub-metric of them measures none.
     */
    public boolean names(String tag) {
        return !tags.getOrDefault(tag, "").isEmpty()
                && (isOf(tag) || Collections.disjoint(tags.keySet(), OUTCOME_TAGS));
    }

    /** Whether the tag is its only one. */
    public boolean isOf(String tag) {
        return tags.keySet().equals(Set.of(tag));
    }

    /** The same of another metric. */
    public MetricKey of(String otherMetric) {
        return new MetricKey(otherMetric, tags);
    }

    /** The same of those values only that have more tags. */
    public MetricKey and(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(more);
        return new MetricKey(metric, all);
    }

    /**
     * Only so that maps stay fast when their keys have one hash. The order of tags says nothing, as in {@link #equals}.
     */
    @Override
    public int compareTo(MetricKey other) {
        return sorted().compareTo(other.sorted());
    }

    private String sorted() {
        return metric + new TreeMap<>(tags);
    }

    /** As k6 writes it. */
    @Override
    public String toString() {
        return tags.isEmpty()
                ? metric
                : tags.entrySet().stream()
                        .map(tag -> tag.getKey() + ":" + tag.getValue())
                        .collect(Collectors.joining(",", metric + "{", "}"));
    }
}
