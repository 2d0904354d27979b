package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** The words of something that has parts, looked at and paid for with each part. Not thread-safe. */
final class WordsOfParts {

    private static final ClassValue<RecordComponent[]> OF_RECORD = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final StringBuilder words;
    private String before = "";

    WordsOfParts(String start) {
        words = new StringBuilder(start);
    }

    /** A fact, as records say themselves. */
    static String of(Record fact) {
        WordsOfParts parts = new WordsOfParts(fact.getClass().getSimpleName() + "[");
        for (RecordComponent part : OF_RECORD.get(fact.getClass())) {
            parts.add(part.getName(), value(fact, part));
        }
        return parts.end("]");
    }

    private static @Nullable Object value(Record fact, RecordComponent part) {
        try {
            return part.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A fact cannot be read", e);
        }
    }

    void add(@Nullable Object part) {
        append(before);
        append(Words.of(part));
        before = ", ";
    }

    void add(@Nullable Object name, @Nullable Object part) {
        append(before);
        append(Words.of(name));
        append("=");
        append(Words.of(part));
        before = ", ";
    }

    String end(String end) {
        append(end);
        return words.toString();
    }

    private void append(String more) {
        Texts.requireAllowed((long) words.length() + more.length());
        EvaluationAllowance.takeWritten(more.length());
        words.append(more);
    }
}
