package dev.shipgate.policy.lint.syntax;

import java.lang.invoke.MethodType;
import java.util.List;

/** The values that Java takes in the place of others. */
public final class Conversions {

    /** Each can be any of those behind it. */
    private static final List<Class<?>> WIDENING =
            List.of(byte.class, short.class, int.class, long.class, float.class, double.class);

    private Conversions() {}

    /**
     * Whether a value is taken where one of another type is asked for.
     *
     * @param boxing whether a number may become an object, or the other way round, on the way
     */
    public static boolean takes(Class<?> asked, Class<?> value, boolean boxing) {
        return asked.isAssignableFrom(value)
                || isWidened(value, asked)
                || (boxing && (asked.isAssignableFrom(boxed(value)) || isWidened(unboxed(value), asked)));
    }

    private static boolean isWidened(Class<?> value, Class<?> asked) {
        int place = WIDENING.indexOf(value);
        return value == asked || (place >= 0 && place <= WIDENING.indexOf(asked));
    }

    public static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }
}
