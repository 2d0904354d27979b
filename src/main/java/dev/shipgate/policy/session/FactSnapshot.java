package dev.shipgate.policy.session;

import dev.shipgate.policy.confinement.calls.NoWordsException;
import dev.shipgate.policy.confinement.calls.Texts;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A matched fact as it was when the rule fired. Most facts are records and can be kept as they are; what
 * a later rule could still change is copied or put into words.
 */
final class FactSnapshot {

    private FactSnapshot() {}

    static @Nullable Object of(@Nullable Object fact) {
        TextsOfFact.take(fact);
        if (fact instanceof Number) {
            EvaluationAllowance.takeObject();
            return fact;
        }
        if (fact == null
                || fact instanceof String
                || fact instanceof Boolean
                || fact instanceof Enum<?>
                || isOfTheService(fact)) {
            return fact;
        }
        if (fact instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(part(element)));
            return Collections.unmodifiableList(copy);
        }
        if (fact instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            entries.forEach((key, value) -> copy.put(words(key), part(value)));
            return Collections.unmodifiableMap(copy);
        }
        return words(fact);
    }

    private static String words(@Nullable Object fact) {
        try {
            return Texts.valueOf(fact);
        } catch (NoWordsException e) {
            return "a value without words";
        }
    }

    /** A fact of a type that rules define could do anything when it is read after the evaluation. */
    static boolean isOfTheService(Object fact) {
        return fact instanceof Record && fact.getClass().getClassLoader() == FactSnapshot.class.getClassLoader();
    }

    private static @Nullable Object part(@Nullable Object fact) {
        EvaluationAllowance.takeObject();
        return of(fact);
    }
}
