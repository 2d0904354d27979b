package dev.shipgate.ingest.measure;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a tool names percentiles.
 *
 * @param form the pattern whose first group is the percent, with a point or an underscore before its fraction
 */
public record PercentileNames(Pattern form) {

    /** Such as {@code p99.9}. */
    public static final PercentileNames WITH_POINT = of("p(\\d{1,2}(?:\\.\\d{1,5})?)");

    /** Those of a regular expression. */
    public static PercentileNames of(String form) {
        return new PercentileNames(Pattern.compile(form));
    }

    /** The percent of a name; null when it is the name of no percentile. */
    public @Nullable Double percent(String name) {
        Matcher percent = form.matcher(name);
        return percent.matches() ? Double.valueOf(percent.group(1).replace('_', '.')) : null;
    }

    /** The percents of all names that are those of percentiles, in their order. */
    Map<String, Double> among(Iterator<String> names) {
        Map<String, Double> percents = new LinkedHashMap<>();
        names.forEachRemaining(name -> {
            Double percent = percent(name);
            if (percent != null) {
                percents.put(name, percent);
            }
        });
        return percents;
    }
}
