package dev.shipgate.ingest.jmeter;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.NumberCell;
import dev.shipgate.ingest.table.SpreadsheetCell;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The times of samples. Usually they are milliseconds since 1970. Dates have no zone, so that they tell which sample
 * lies within which other one, and not when it was; dates in whole seconds do not tell that either.
 */
final class Timestamps {

    /**
     * The time of a sample.
     *
     * @param ms on a clock that all samples share; null when it is not known so precisely
     * @param sinceEpochMs in milliseconds since 1970; 0 when it is not known
     */
    record Time(@Nullable Long ms, long sinceEpochMs) {

        static final Time UNKNOWN = new Time(null, 0);
    }

    /** The value of {@code jmeter.save.saveservice.timestamp_format} in JMeter's own examples. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("[yyyy/MM/dd][yyyy-MM-dd][' ']['T']HH:mm:ss.SSS");

    /** The format is a setting, and has the time of day at least. */
    private static final Pattern OTHER_DATE = Pattern.compile(".*[0-9]{1,2}:[0-9]{2}.*");

    private static final long SECONDS_OF_1973 = 100_000_000L;
    private static final long MILLISECONDS_OF_1973 = 100_000_000_000L;
    private static final long MILLISECONDS_OF_5138 = 100_000_000_000_000L;

    private static final String HOW_TO = " Set jmeter.save.saveservice.timestamp_format=ms for them.";

    private final ResultSink sink;
    private boolean hasDates;
    private boolean hasOtherDates;

    Timestamps(ResultSink sink) {
        this.sink = sink;
    }

    /**
     * Of a text.
     *
     * @param line of the file, for people
     * @throws UnreadableResultException when it is neither milliseconds nor a date, or digits of it are gone
     */
    Time read(String text, long line) {
        SpreadsheetCell.requireAllDigits("timeStamp", text, "JMeter", line);
        return OTHER_DATE.matches(text) ? date(text) : milliseconds(NumberCell.integer(text, line), line);
    }

    /** Seconds would put the samples of a thread into each other, as if they were parts. */
    private static Time milliseconds(long ms, long line) {
        boolean areSeconds = ms >= SECONDS_OF_1973 && ms < MILLISECONDS_OF_1973;
        if (areSeconds || ms > MILLISECONDS_OF_5138) {
            throw UnreadableResultException.atLine(
                    line,
                    "timeStamp is " + ms + ", which seems to be in " + (areSeconds ? "seconds" : "microseconds")
                            + ". It must be in milliseconds since 1970, as JMeter writes it, such as 1760000000000.");
        }
        return ms <= 0 ? Time.UNKNOWN : new Time(ms, ms);
    }

    private Time date(String text) {
        try {
            long ms = LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC).toEpochMilli();
            noteDate(text);
            return new Time(ms, 0);
        } catch (DateTimeException e) {
            noteOtherDate(text);
            return Time.UNKNOWN;
        }
    }

    private void noteDate(String text) {
        if (!hasDates) {
            sink.note("Times of samples are not read, as timeStamp is a date without a zone, such as \""
                    + ShortText.of(text) + "\"." + HOW_TO);
            hasDates = true;
        }
    }

    private void noteOtherDate(String text) {
        if (!hasOtherDates) {
            sink.note(
                    "Times of samples are not read, as timeStamp is a date without milliseconds, or of a form of its own, "
                            + "such as \"" + ShortText.of(text)
                            + "\". So nobody can tell rows of transaction controllers and of "
                            + "parts of samples, such as redirects: they count as requests." + HOW_TO);
            hasOtherDates = true;
        }
    }
}
