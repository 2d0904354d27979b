package dev.shipgate.ingest;

import com.google.re2j.Pattern;
import dev.shipgate.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Which names are meant: one, or all that match a pattern as a whole (RE2, which takes no longer than the name is long). */
record NamePattern(String text, @Nullable Pattern pattern) {

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
        try {
            return new NamePattern(pattern, Pattern.compile(pattern));
        } catch (com.google.re2j.PatternSyntaxException e) {
            fields.invalid("pattern", "is no pattern that can be read: " + e.getDescription() + ".");
            return null;
        }
    }

    boolean matches(String name) {
        return pattern == null ? text.equals(name) : pattern.matches(name);
    }
}
