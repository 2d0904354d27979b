package dev.shipgate.policy.confinement.collections;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The platform's loops over the elements of a collection: at each element it is asked whether time is left. The
 * function for each may be one of the platform's, in which nobody asks, such as a reference to {@code equals} of a long
 * text.
 */
public final class Loops {

    private Loops() {}

    @Replaces(Iterable.class)
    public static <E> void forEach(Iterable<E> elements, Consumer<? super E> action) {
        elements.forEach(element -> {
            EvaluationAllowance.check();
            action.accept(element);
        });
    }

    @Replaces(Map.class)
    public static <K, V> void forEach(Map<K, V> entries, BiConsumer<? super K, ? super V> action) {
        entries.forEach((key, value) -> {
            EvaluationAllowance.check();
            action.accept(key, value);
        });
    }

    @Replaces(Collection.class)
    public static <E> boolean removeIf(Collection<E> elements, Predicate<? super E> unwanted) {
        return elements.removeIf(element -> {
            EvaluationAllowance.check();
            return unwanted.test(element);
        });
    }

    @Replaces(List.class)
    public static <E> void replaceAll(List<E> elements, UnaryOperator<E> replacement) {
        elements.replaceAll(element -> {
            EvaluationAllowance.check();
            return replacement.apply(element);
        });
    }
}
