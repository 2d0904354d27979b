package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Joined functions: one that is joined with itself again and again takes twice as long each time, so each call asks.
 */
public final class Functions {

    private Functions() {}

    @Replaces(Predicate.class)
    public static <T> Predicate<T> and(Predicate<T> one, Predicate<? super T> other) {
        return value -> {
            EvaluationAllowance.check();
            return one.test(value) && other.test(value);
        };
    }

    @Replaces(Predicate.class)
    public static <T> Predicate<T> or(Predicate<T> one, Predicate<? super T> other) {
        return value -> {
            EvaluationAllowance.check();
            return one.test(value) || other.test(value);
        };
    }

    @Replaces(Function.class)
    public static <T, M, R> Function<T, R> andThen(Function<T, M> first, Function<? super M, ? extends R> next) {
        return value -> {
            EvaluationAllowance.check();
            return next.apply(first.apply(value));
        };
    }
}
