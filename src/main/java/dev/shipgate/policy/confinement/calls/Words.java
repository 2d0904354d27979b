package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.ReservedPackages;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The text of an object: the same for all that are equal, on every machine, and never without end. An object that holds
 * others is written part by part: the platform would write each part however long it is, and of one without words where
 * it lies in memory.
 */
final class Words {

    /** Whether objects of a class have words of their own, or tell where they are in memory. */
    private static final ClassValue<Boolean> HAS_WORDS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException e) {
                return false;
            }
        }
    };

    private Words() {}

    /**
     * The text that {@code "" + object} is for a rule.
     *
     * @throws NoWordsException when the object, or a part of it, has no words
     */
    static String of(@Nullable Object object) {
        if (object instanceof String text) {
            return text;
        }
        if (object instanceof Throwable thrown) {
            return Messages.words(thrown);
        }
        if (object instanceof Collection<?> elements) {
            WordsOfParts parts = new WordsOfParts("[");
            elements.forEach(parts::add);
            return parts.end("]");
        }
        if (object instanceof Map<?, ?> entries) {
            WordsOfParts parts = new WordsOfParts("{");
            entries.forEach(parts::add);
            return parts.end("}");
        }
        if (object instanceof Map.Entry<?, ?> entry) {
            WordsOfParts parts = new WordsOfParts("");
            parts.add(entry.getKey(), entry.getValue());
            return parts.end("");
        }
        if (object instanceof Optional<?> optional && optional.isPresent()) {
            WordsOfParts parts = new WordsOfParts("Optional[");
            parts.add(optional.get());
            return parts.end("]");
        }
        if (object instanceof Record fact) {
            return WordsOfParts.of(fact);
        }
        if (object == null || isSmall(object) || isOfRules(object.getClass())) {
            return String.valueOf(object);
        }
        throw new NoWordsException();
    }

    /** Whether the text that the platform makes of an object is short, and depends on its value alone. */
    private static boolean isSmall(Object object) {
        return object instanceof CharSequence
                || object instanceof Number
                || object instanceof Boolean
                || object instanceof Character
                || object instanceof Enum<?>
                || object instanceof Temporal
                || object instanceof TemporalAmount
                || object instanceof ZoneId
                || object instanceof OptionalDouble
                || object instanceof OptionalInt
                || Optional.empty().equals(object);
    }

    /** Whether rules say it in their own code, which has its limits. A lambda is of rules too, and says nothing. */
    private static boolean isOfRules(Class<?> type) {
        return !type.isArray() && !ReservedPackages.contains(type.getPackageName()) && HAS_WORDS.get(type);
    }
}
