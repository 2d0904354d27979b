package dev.shipgate.policy.confinement;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the collections of rules shallow: one may hold others, and these none. What is in itself, or many
 * times in what is many times in something, would keep whoever reads it busy for ever.
 */
final class Nesting {

    /** A collection of rules. */
    interface Checked {

        Nesting nesting();
    }

    private boolean holdsOthers;
    private boolean isHeld;

    /** What to put into the collection for an element, which takes the memory of one entry. */
    @SuppressWarnings("unchecked")
    <E extends @Nullable Object> E held(E element) {
        EvaluationAllowance.takeObject();
        if (!(element instanceof Collection<?> || element instanceof Map<?, ?>)) {
            return element;
        }
        Checked inner = element instanceof Checked checked ? checked : copy(element);
        if (isHeld || inner.nesting().holdsOthers || inner.nesting() == this) {
            throw new IllegalArgumentException("A list of a rule may hold lists, and these none.");
        }
        holdsOthers = true;
        inner.nesting().isHeld = true;
        return (E) inner;
    }

    /** A view may change later, so what it shows now is held. */
    private static Checked copy(Object view) {
        return view instanceof Map<?, ?> map ? new CheckedMap<>(map) : new CheckedList<>((Collection<?>) view);
    }

    /** Of what is looked up by its value no value may be a collection. */
    static <E extends @Nullable Object> E key(E key) {
        EvaluationAllowance.takeObject();
        if (key instanceof Collection<?> || key instanceof Map<?, ?>) {
            throw new IllegalArgumentException("A list can be no key of a map and no element of a set in a rule.");
        }
        return key;
    }
}
