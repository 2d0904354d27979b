package dev.shipgate.policy.session;

import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The characters that a fact of the service has in an answer or a record, where it is written as often as a rule names
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

    /** Takes the memory of all texts in a value from the allowance. Asks at each element whether time is left. */
    static void take(@Nullable Object value) {
        EvaluationAllowance.check();
        if (value instanceof String text) {
            EvaluationAllowance.takeWritten(text.length());
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(TextsOfFact::take);
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, element) -> {
                take(key);
                take(element);
            });
        } else if (value instanceof Record fact && isOfTheService(fact)) {
            ofRecord(fact);
        }
    }

    private static boolean isOfTheService(Record fact) {
        return fact.getClass().getClassLoader() == TextsOfFact.class.getClassLoader();
    }

    private static void ofRecord(Record fact) {
        try {
            for (Method reader : READERS.get(fact.getClass())) {
                take(reader.invoke(fact));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A fact cannot be read", e);
        }
    }
}
