package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.drools.util.DateUtils;

/**
 * How the compiler of rules reads the dates that are written in conditions. A pattern can make a format that is at work
 * for minutes, without a moment in which it could be asked whether time is left, so there is this one only.
 */
public final class Dates {

    private static final DateTimeFormatter WRITTEN_IN_CONDITIONS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(DateUtils.getDateFormatMask())
            .toFormatter(Locale.ENGLISH);

    private Dates() {}

    @Replaces(DateTimeFormatterBuilder.class)
    public static DateTimeFormatterBuilder appendPattern(DateTimeFormatterBuilder builder, String pattern) {
        if (!pattern.equals(DateUtils.getDateFormatMask())) {
            throw new IllegalArgumentException("A rule cannot have a format of its own for dates."
                    + " Maybe getYear(), getMonthValue() and getDayOfMonth()?");
        }
        return builder;
    }

    @Replaces(DateTimeFormatterBuilder.class)
    public static DateTimeFormatter toFormatter(DateTimeFormatterBuilder ignored, Locale alsoIgnored) {
        return WRITTEN_IN_CONDITIONS;
    }
}
