package dev.shipgate.policy.session;

import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The characters that a fact of the service has in an answer or a record, where it is written as often as a rule names
 * it, however little memory that takes.
 */
final class TextsOfFact {

    private static final MethodType READER = MethodType.methodType(Object.class, Record.class);

    /** Handles, as a call by reflection makes an array each time. */
    private static final ClassValue<MethodHandle[]> READERS = new ClassValue<>() {
        @Override
        protected MethodHandle[] computeValue(Class<?> type) {
            return type.getClassLoader() != TextsOfFact.class.getClassLoader()
                    ? new MethodHandle[0]
                    : Arrays.stream(type.getRecordComponents())
                            .filter(part -> !part.getType().isPrimitive()
                                    && !Number.class.isAssignableFrom(part.getType())
                                    && !part.getType().isEnum())
                            .map(TextsOfFact::reader)
                            .toArray(MethodHandle[]::new);
        }
    };

    private TextsOfFact() {}

    private static MethodHandle reader(RecordComponent part) {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        try {
            MethodHandle reader = MethodHandles.lookup().unreflect(accessor);
            return reader.asType(READER);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A part of a fact cannot be read", e);
        }
    }

    /** Takes the memory of all texts in a value from the allowance. Asks at each element whether time is left. */
    static void take(@Nullable Object value) {
        EvaluationAllowance.takeWritten(chars(value));
    }

    private static long chars(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Record fact) {
            return ofRecord(fact);
        }
        if (value instanceof Collection<?> elements) {
            return elements.isEmpty() ? 0 : ofElements(elements);
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty() ? 0 : ofElements(entries.keySet()) + ofElements(entries.values());
        }
        return 0;
    }

    private static long ofElements(Collection<?> elements) {
        long chars = 0;
        for (Object element : elements) {
            EvaluationAllowance.check();
            chars += chars(element);
        }
        return chars;
    }

    private static long ofRecord(Record fact) {
        long chars = 0;
        for (MethodHandle reader : READERS.get(fact.getClass())) {
            chars += chars(read(reader, fact));
        }
        return chars;
    }

    private static @Nullable Object read(MethodHandle reader, Record fact) {
        try {
            return (Object) reader.invokeExact(fact);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A part of a fact cannot be read", e);
        }
    }
}
