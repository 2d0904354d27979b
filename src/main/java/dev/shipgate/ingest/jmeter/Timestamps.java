package dev.shipgate.ingest.jmeter;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.ShortText;
import dev.shipgate.ingest.UnreadableResultException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * When samples were. Usually they are milliseconds since 1970. Dates have no zone, so that they tell what lies within what, and
 * not when it was.
 */
final class Timestamps {

    /** What {@code jmeter.save.saveservice.timestamp_format} is in JMeter's own examples. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[yyyy/MM/dd][yyyy-MM-dd][' ']['T']HH:mm:ss[.SSS]");

    /** A time as spreadsheets show it. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    private static final long UNKNOWN = -1;

    private final ResultSink sink;
    private boolean hasDates;

    Timestamps(ResultSink sink) {
        this.sink = sink;
    }

    /**
     * Of a text; negative when it says none.
     *
     * @param line of the file, for people
     * @throws UnreadableResultException when digits of it are gone
     */
    long ms(String text, long line) {
        if (SHORTENED.matches(text)) {
            throw UnreadableResultException.atLine(
                    line,
                    "timeStamp is \"" + ShortText.of(text)
                            + "\", of which a spreadsheet has taken digits away. Give the file as JMeter wrote it.");
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return date(text);
        }
    }

    private long date(String text) {
        if (!hasDates) {
            sink.note("Times of samples are not read, as timeStamp is a date without a zone, such as \""
                    + ShortText.of(text) + "\". Set jmeter.save.saveservice.timestamp_format=ms for them.");
            hasDates = true;
        }
        try {
            return LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return UNKNOWN;
        }
    }

    /** The time in milliseconds since 1970; 0 when it is not known. */
    long sinceEpoch(long ms) {
        return hasDates ? 0 : Math.max(0, ms);
    }
}
