package dev.shipgate.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many characters a fact of the service has in an answer or a record, where it is written as often as a rule names
 * it, however little memory that takes.
 */
final class TextsOfFact {

    private static final ClassValue<List<Method>> READERS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return !type.isRecord()
                    ? List.of()
                    : Arrays.stream(type.getRecordComponents())
                            .filter(part -> !part.getType().isPrimitive()
                                    && !Number.class.isAssignableFrom(part.getType())
                                    && !part.getType().isEnum())
                            .map(TextsOfFact::reader)
                            .toList();
        }
    };

    private TextsOfFact() {}

    private static Method reader(RecordComponent part) {
        Method reader = part.getAccessor();
        reader.setAccessible(true);
        return reader;
    }

    static long chars(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().mapToLong(TextsOfFact::chars).sum();
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .mapToLong(entry -> chars(entry.getKey()) + chars(entry.getValue()))
                    .sum();
        }
        return value instanceof Record fact && isOfTheService(fact) ? ofRecord(fact) : 0;
    }

    private static boolean isOfTheService(Record fact) {
        return fact.getClass().getClassLoader() == TextsOfFact.class.getClassLoader();
    }

    private static long ofRecord(Record fact) {
        long chars = 0;
        try {
            for (Method reader : READERS.get(fact.getClass())) {
                chars += chars(reader.invoke(fact));
            }
            return chars;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A fact cannot be read", e);
        }
    }
}
