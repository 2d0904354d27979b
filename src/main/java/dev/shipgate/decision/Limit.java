package dev.shipgate.decision;

import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import org.jspecify.annotations.Nullable;

/**
 * A limit and its source.
 *
 * @param value in the unit of the quantity that it limits; finite. A value that the policy calculates is the number
 *     that it means: 210 * 1.1 is 231, and not 231.00000000000003. A value that the caller sends stays as it is
 * @param source {@value #POLICY} or {@value #CALLER}
 */
@ForRules
public record Limit(double value, String source) {

    public static final String POLICY = "policy";
    public static final String CALLER = "caller";

    public Limit {
        // Every number compares as within a limit that is none.
        value = Range.ANY.require(value, "limit");
        value = CALLER.equals(source) ? value : Numbers.withoutNoise(value);
    }

    /**
     * Makes sure that a limit, if there is one, can be meant.
     *
     * @param what it limits, for the message
     * @throws dev.shipgate.number.OutOfRangeException when it is not in the range
     */
    public static void require(Range range, @Nullable Limit limit, String what) {
        if (limit != null) {
            range.require(limit.value, what);
        }
    }

    public static Limit ofPolicy(double value) {
        return new Limit(value, POLICY);
    }

    public static @Nullable Limit ofCaller(@Nullable Double value) {
        return value == null ? null : new Limit(value, CALLER);
    }

    /** The lower of two; the one that is there if only one is; the policy's if they are equal. */
    public static @Nullable Limit lower(@Nullable Limit one, @Nullable Limit other) {
        if (one == null || other == null) {
            return either(one, other);
        }
        return one.value == other.value ? policysIfEqual(one, other) : one.value < other.value ? one : other;
    }

    /** The higher of two; the one that is there if only one is; the policy's if they are equal. */
    public static @Nullable Limit higher(@Nullable Limit one, @Nullable Limit other) {
        if (one == null || other == null) {
            return either(one, other);
        }
        return one.value == other.value ? policysIfEqual(one, other) : one.value > other.value ? one : other;
    }

    private static @Nullable Limit either(@Nullable Limit one, @Nullable Limit other) {
        return one == null ? other : one;
    }

    private static Limit policysIfEqual(Limit one, Limit other) {
        return one.source.equals(POLICY) ? one : other;
    }

    /**
     * A limit that is so many times another number, as people calculate: 1.5 times 1.6 is 2.4, and not
     * 2.4000000000000004.
     */
    public static double times(double times, double number) {
        return Numbers.product(times, number);
    }

    public static @Nullable Double valueOf(@Nullable Limit limit) {
        return limit == null ? null : limit.value;
    }

    public static @Nullable String sourceOf(@Nullable Limit limit) {
        return limit == null ? null : limit.source;
    }
}
