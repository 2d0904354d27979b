package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import org.jspecify.annotations.Nullable;

/** Appending to a {@link StringBuilder} in rules. */
public final class TextBuilders {

    private TextBuilders() {}

    @Replaces(StringBuilder.class)
    public static int indexOf(StringBuilder builder, String sought) {
        return Texts.indexOf(builder.toString(), sought);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, @Nullable Object object) {
        String text = Texts.valueOf(object);
        Texts.requireAllowed((long) builder.length() + text.length());
        return builder.append(text);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, @Nullable String text) {
        return append(builder, (Object) text);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, @Nullable CharSequence text) {
        return append(builder, (Object) text);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, char character) {
        return append(builder, (Object) character);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, int number) {
        return append(builder, (Object) number);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, long number) {
        return append(builder, (Object) number);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, double number) {
        return append(builder, (Object) number);
    }

    @Replaces(StringBuilder.class)
    public static StringBuilder append(StringBuilder builder, boolean truth) {
        return append(builder, (Object) truth);
    }
}
