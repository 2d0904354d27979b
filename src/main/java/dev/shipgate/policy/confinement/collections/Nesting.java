package dev.shipgate.policy.confinement.collections;

import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the collections of rules shallow: one may hold others, and these none. A collection that is in itself,
 * or many times in one that is many times in another, would keep its reader busy for ever.
 */
final class Nesting {

    /** A collection of rules. */
    interface Checked {

        Nesting nesting();
    }

    private boolean holdsOthers;
    private boolean isHeld;

    /** The value to put into the collection for an element, which takes the memory of one entry. */
    @SuppressWarnings("unchecked")
    <E extends @Nullable Object> E held(E element) {
        EvaluationAllowance.takeObject();
        requireNoWrapper(element);
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

    /** A view may change later, so a copy of its present content is held. */
    private static Checked copy(Object view) {
        if (view instanceof SortedMap<?, ?> map) {
            return new CheckedSortedMap<>(map);
        }
        if (view instanceof Map<?, ?> map) {
            return new CheckedMap<>(map);
        }
        if (view instanceof SortedSet<?> set) {
            return new CheckedSortedSet<>(set);
        }
        return view instanceof Set<?> set ? new CheckedSet<>(set) : new CheckedList<>((Collection<?>) view);
    }

    /** A wrapper that holds one thing may hold another wrapper, and so on. */
    private static void requireNoWrapper(@Nullable Object element) {
        if (element instanceof Optional<?> || element instanceof Map.Entry<?, ?>) {
            throw new IllegalArgumentException(
                    "A list of a rule can hold no Optional and no entry of a map. Maybe what is in it?");
        }
    }

    /** A key of a map or an element of a set, which is looked up by its value, must not be a collection. */
    static <E extends @Nullable Object> E key(E key) {
        EvaluationAllowance.takeValue();
        requireNoWrapper(key);
        if (key instanceof Collection<?> || key instanceof Map<?, ?>) {
            throw new IllegalArgumentException("A list can be no key of a map and no element of a set in a rule.");
        }
        return key;
    }
}
