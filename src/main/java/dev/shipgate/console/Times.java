package dev.shipgate.console;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people. They are written in UTC; a script of the page tells them in the zone of the reader. */
@TemplateExtension
public final class Times {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as {@code 1 Dec 2026, 15:15 UTC}. */
    static String inUtc(Instant instant) {
        return MINUTE.format(instant) + " UTC";
    }
}
