package dev.shipgate.policy;

import dev.shipgate.policy.confinement.EvaluationAllowance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A matched fact as it was when the rule fired. Most facts are records and can be kept as they are; what
 * a later rule could still change is copied or put into words.
 */
final class FactSnapshot {

    /** What an object that has no words of its own says: its class, and a number that differs each time. */
    private static final Pattern IDENTITY = Pattern.compile("[\\w.$\\[;]+@[0-9a-f]+");

    private FactSnapshot() {}

    static @Nullable Object of(@Nullable Object fact) {
        TextsOfFact.take(fact);
        if (fact instanceof Number) {
            EvaluationAllowance.takeObject();
        }
        if (fact == null
                || fact instanceof String
                || fact instanceof Number
                || fact instanceof Boolean
                || isOfTheService(fact)
                || fact instanceof Enum<?>) {
            return fact;
        }
        if (fact instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(part(element)));
            return Collections.unmodifiableList(copy);
        }
        if (fact instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            entries.forEach((key, value) -> copy.put(String.valueOf(key), part(value)));
            return Collections.unmodifiableMap(copy);
        }
        String words = fact.toString();
        EvaluationAllowance.takeText(words.length());
        return IDENTITY.matcher(words).matches() ? "a value without words" : words;
    }

    /** What rules define could do anything when it is read after the evaluation. */
    static boolean isOfTheService(Object fact) {
        return fact instanceof Record && fact.getClass().getClassLoader() == FactSnapshot.class.getClassLoader();
    }

    private static @Nullable Object part(@Nullable Object fact) {
        EvaluationAllowance.takeObject();
        return of(fact);
    }
}
