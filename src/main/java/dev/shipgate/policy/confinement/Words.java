package dev.shipgate.policy.confinement;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What an object says of itself: the same for all that are equal, on every machine, and never without end. */
final class Words {

    /** Whether objects of a class have words of their own, or tell where they are in memory. */
    private static final ClassValue<Boolean> HAS_WORDS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return !type.isArray() && type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException e) {
                return false;
            }
        }
    };

    private Words() {}

    static String of(@Nullable Object object) {
        if (object instanceof String text) {
            return text;
        }
        if (object instanceof Throwable thrown) {
            return Messages.words(thrown);
        }
        if (object instanceof Collection<?> elements) {
            StringJoiner words = new StringJoiner(", ", "[", "]");
            elements.forEach(element -> add(words, of(element)));
            return words.toString();
        }
        if (object instanceof Map<?, ?> entries) {
            StringJoiner words = new StringJoiner(", ", "{", "}");
            entries.forEach((key, value) -> add(words, of(key) + "=" + of(value)));
            return words.toString();
        }
        if (object instanceof Class<?> || (object != null && !HAS_WORDS.get(object.getClass()))) {
            throw new IllegalArgumentException("A rule puts something into a text that has no words of its own, "
                    + "such as an array or a function.");
        }
        return String.valueOf(object);
    }

    private static void add(StringJoiner words, String more) {
        Texts.require((long) words.length() + more.length());
        words.add(more);
    }
}
