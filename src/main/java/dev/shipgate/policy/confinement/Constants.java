package dev.shipgate.policy.confinement;

import java.util.Set;

/** Types whose values nobody can change. */
public final class Constants {

    private static final Set<String> NAMES = Set.of(
            "com.google.re2j.Pattern",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.time.DayOfWeek",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.Month",
            "java.time.Period",
            "java.util.regex.Pattern");

    private Constants() {}

    public static boolean isConstantType(String name) {
        return NAMES.contains(name);
    }

    public static boolean isOfConstantType(Object value) {
        return value instanceof Enum<?> || isConstantType(value.getClass().getName());
    }
}
