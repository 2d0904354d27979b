package dev.shipgate.ingest;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.shipgate.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Which names are meant: one, or all that match a pattern as a whole (RE2, which takes no longer than the name is long). */
record NamePattern(String text, @Nullable Pattern pattern) {

    private static final int MAX_LENGTH = 500;

    /** A pattern becomes a program, which repetitions of repetitions make as large as they please. */
    private static final double MAX_SIZE = 5_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d*),?(\\d*)\\}");

    /** Reads {@code {"name": "..."}} or {@code {"pattern": "..."}}; null when it is neither, which is noted. */
    static @Nullable NamePattern read(JsonObject fields) {
        String name = fields.string("name");
        String pattern = fields.string("pattern");
        fields.rejectUnknown();
        if ((name == null) == (pattern == null)) {
            fields.invalid("name", "must be there, or pattern, and not both.");
            return null;
        }
        return name == null ? ofPattern(fields, String.valueOf(pattern)) : new NamePattern(name, null);
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
            return new NamePattern(pattern, Pattern.compile(pattern));
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
