package dev.shipgate.ingest.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.shipgate.json.JsonObject;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that an entry means: one, or all that match a pattern as a whole (RE2, which takes no longer than the name
 * is long).
 *
 * @param text the name, or the pattern
 * @param trend the metrics of the test's own that measure the requests of this name; null where the tool itself
 *     measures them
 */
public record NamePattern(
        String text, @Nullable Pattern pattern, @Nullable TrendMapping trend) {

    private static final int MAX_LENGTH = 500;

    /** A pattern becomes a program, which repetitions of repetitions make as large as they please. */
    private static final double MAX_SIZE = 5_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d*),?(\\d*)\\}");

    /**
     * Reads {@code {"name": "..."}}, {@code {"pattern": "..."}} or {@code {"metric": "..."}}; null when it is none,
     * which is noted.
     */
    static @Nullable NamePattern read(JsonObject fields) {
        String name = fields.string("name");
        String pattern = fields.string("pattern");
        String metric = fields.string("metric");
        String samples = metric == null ? null : fields.string("samples");
        String failed = metric == null ? null : fields.string("failed");
        fields.rejectUnknown();
        if (Stream.of(name, pattern, metric).filter(Objects::nonNull).count() != 1) {
            fields.invalid("name", "must be there, or pattern, or metric, and only one of them.");
            return null;
        }
        if (metric != null) {
            return new NamePattern(metric, null, new TrendMapping(metric, samples, failed));
        }
        return name == null ? ofPattern(fields, String.valueOf(pattern)) : new NamePattern(name, null, null);
    }

    private static @Nullable NamePattern ofPattern(JsonObject fields, String pattern) {
        if (pattern.length() > MAX_LENGTH || pattern.length() * repetitions(pattern) > MAX_SIZE) {
            fields.invalid(
                    "pattern",
                    "must have at most " + MAX_LENGTH + " characters, and so few repetitions such as {2,5} that they "
                            + "multiply these to at most 5000.");
            return null;
        }
        try {
            return new NamePattern(pattern, Pattern.compile(pattern), null);
        } catch (PatternSyntaxException e) {
            fields.invalid("pattern", "is no pattern that can be read: " + e.getDescription() + ".");
            return null;
        }
    }

    /** The product of all counts, as if each repetition stood in all others. */
    private static double repetitions(String pattern) {
        double product = 1;
        Matcher repetition = REPETITION.matcher(pattern);
        while (repetition.find()) {
            for (int group = 1; group <= 2; group++) {
                String count = repetition.group(group);
                product *= count.isEmpty() ? 1 : Math.max(1, Double.parseDouble(count));
            }
        }
        return product;
    }

    /** How large it is: matching takes as long as that times the length of the name. */
    int size() {
        return pattern == null ? 1 : pattern.programSize();
    }

    boolean matches(String name) {
        return pattern == null ? text.equals(name) : pattern.matches(name);
    }
}
