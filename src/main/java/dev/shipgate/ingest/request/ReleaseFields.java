package dev.shipgate.ingest.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A caller's fields of a release beside a request, to be filled into it.
 *
 * @param fields those of a request that were given, by name
 * @param labels by name, sorted
 */
public record ReleaseFields(Map<String, String> fields, Map<String, String> labels) {

    /** The field of a request that holds the labels. */
    public static final String LABELS = "labels";

    /** A label: a name that is not empty, {@code =}, and a value, which may be empty. */
    public static final Pattern LABEL = Pattern.compile("[^=]+=.*", Pattern.DOTALL);

    /** The form that a label must have, for people. */
    public static final String A_LABEL = "a name and a value, as in track=canary";

    public ReleaseFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** Those that are given; null for a field that is not. */
    public static ReleaseFields of(
            @Nullable String service,
            @Nullable String environment,
            @Nullable String version,
            Map<String, String> labels) {
        Map<String, String> fields = new LinkedHashMap<>();
        putIfGiven(fields, "service", service);
        putIfGiven(fields, "environment", environment);
        putIfGiven(fields, "version", version);
        return new ReleaseFields(fields, labels);
    }

    private static void putIfGiven(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Whether a text is a label. */
    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /**
     * Labels by their names.
     *
     * @param labels texts that are labels, as in {@code track=canary}
     * @param twice gets a predicate for each label that has two values: {@code gives track twice, as ...}
     */
    public static Map<String, String> labels(List<String> labels, Consumer<String> twice) {
        Map<String, String> byName = new TreeMap<>();
        for (String label : labels) {
            int end = label.indexOf('=');
            String name = label.substring(0, end);
            String value = label.substring(end + 1);
            String other = byName.putIfAbsent(name, value);
            if (other != null && !other.equals(value)) {
                twice.accept(
                        "gives " + name + " twice, as \"" + other + "\" and as \"" + value + "\". Which one is meant?");
            }
        }
        return byName;
    }

    /** Whether nothing was given. */
    public boolean isEmpty() {
        return fields.isEmpty() && labels.isEmpty();
    }

    /**
     * A value that a request has otherwise than it was given.
     *
     * @param said the value that the request has; null for null
     */
    public record Mismatch(String name, @Nullable String said, String given) {}

    /**
     * Those of some values that an object of a request contradicts.
     *
     * @param given fields, or labels
     * @param isNull whether the object has null under a name
     * @param said the text that it has under a name; null when it has none
     */
    public static List<Mismatch> mismatches(
            Map<String, String> given, Predicate<String> isNull, Function<String, @Nullable String> said) {
        List<Mismatch> mismatches = new ArrayList<>();
        given.forEach((name, value) -> {
            String other = isNull.test(name) ? null : said.apply(name);
            if (isNull.test(name) || (other != null && !other.equals(value))) {
                mismatches.add(new Mismatch(name, other, value));
            }
        });
        return mismatches;
    }
}
