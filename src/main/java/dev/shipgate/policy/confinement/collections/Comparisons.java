package dev.shipgate.policy.confinement.collections;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorting and comparing, which take long with many elements: each comparison asks whether time is left. */
@SuppressWarnings("ExtendsObject") // So that the parameters are those of the replaced methods when compiled.
public final class Comparisons {

    private Comparisons() {}

    /** An order that asks; null stands for the natural one, as it does for lists. */
    @SuppressWarnings("unchecked")
    static <E extends @Nullable Object> Comparator<E> checked(@Nullable Comparator<? super E> order) {
        Comparator<? super E> asked = order == null ? (Comparator<? super E>) Comparator.naturalOrder() : order;
        return (one, other) -> {
            EvaluationAllowance.check();
            return asked.compare(one, other);
        };
    }

    /** An order that is joined with itself again and again takes twice as long each time. */
    @Replaces(Comparator.class)
    public static <E> Comparator<E> thenComparing(Comparator<E> order, Comparator<? super E> next) {
        return checked(order.thenComparing(checked(next)));
    }

    @Replaces(List.class)
    public static <E> void sort(List<E> elements, @Nullable Comparator<? super E> order) {
        elements.sort(checked(order));
    }

    @Replaces(value = Collections.class, name = "sort", isStatic = true)
    public static <E> void sorted(List<E> elements, @Nullable Comparator<? super E> order) {
        sort(elements, order);
    }

    @Replaces(value = Collections.class, name = "sort", isStatic = true)
    public static <E extends Comparable<? super E>> void sorted(List<E> elements) {
        sort(elements, null);
    }

    @Replaces(value = Collections.class, isStatic = true)
    public static <E extends Object & Comparable<? super E>> E max(Collection<? extends E> elements) {
        return Collections.max(elements, checked(null));
    }

    @Replaces(value = Collections.class, isStatic = true)
    public static <E extends Object & Comparable<? super E>> E min(Collection<? extends E> elements) {
        return Collections.min(elements, checked(null));
    }

    @Replaces(value = Collections.class, isStatic = true)
    public static <E> E max(Collection<? extends E> elements, @Nullable Comparator<? super E> order) {
        return Collections.max(elements, checked(order));
    }

    @Replaces(value = Collections.class, isStatic = true)
    public static <E> E min(Collection<? extends E> elements, @Nullable Comparator<? super E> order) {
        return Collections.min(elements, checked(order));
    }

    @Replaces(value = Collections.class, isStatic = true)
    public static int frequency(Collection<?> elements, @Nullable Object sought) {
        int found = 0;
        for (Object element : elements) {
            EvaluationAllowance.check();
            found += Objects.equals(sought, element) ? 1 : 0;
        }
        return found;
    }
}
