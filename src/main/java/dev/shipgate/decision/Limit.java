package dev.shipgate.decision;

import org.jspecify.annotations.Nullable;

/**
 * A limit and who set it.
 *
 * @param value in the unit of what it limits
 * @param source {@value #POLICY} or {@value #CALLER}
 */
public record Limit(double value, String source) {

    public static final String POLICY = "policy";
    public static final String CALLER = "caller";

    public static Limit ofPolicy(double value) {
        return new Limit(value, POLICY);
    }

    public static @Nullable Limit ofCaller(@Nullable Double value) {
        return value == null ? null : new Limit(value, CALLER);
    }

    /** The lower of two; the one that is there if only one is; the policy's if they are equal. */
    public static @Nullable Limit lower(@Nullable Limit one, @Nullable Limit other) {
        return one == null || other == null ? either(one, other) : one.goesBefore(other, -1) ? one : other;
    }

    /** The higher of two; the one that is there if only one is; the policy's if they are equal. */
    public static @Nullable Limit higher(@Nullable Limit one, @Nullable Limit other) {
        return one == null || other == null ? either(one, other) : one.goesBefore(other, 1) ? one : other;
    }

    private static @Nullable Limit either(@Nullable Limit one, @Nullable Limit other) {
        return one == null ? other : one;
    }

    private boolean goesBefore(Limit other, int wantedSign) {
        // Adding zero makes -0.0, which callers may send and which compares as lower, the same as 0.
        int order = Double.compare(value + 0.0, other.value + 0.0);
        return order == 0 ? source.equals(POLICY) : Integer.signum(order) == wantedSign;
    }

    public static @Nullable Double valueOf(@Nullable Limit limit) {
        return limit == null ? null : limit.value;
    }

    public static @Nullable String sourceOf(@Nullable Limit limit) {
        return limit == null ? null : limit.source;
    }
}
