package dev.shipgate.ingest.gatling;

import com.google.re2j.Pattern;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code simulation.log} of Gatling 3.0 to 3.12: a record for each event. */
final class TextLog {

    private static final int RUN_FIELDS = 6;
    private static final int ERROR_FIELDS = 3;

    /** Gatling 2 has the kind of a record behind two names. */
    private static final Pattern RUN_OF_GATLING_2 = Pattern.compile("[^\\t]*\\t[^\\t]*\\tRUN\\t.*");

    private static final Pattern TIME = Pattern.compile("\\d{1,18}");

    private final TextLogRecords records;
    private final LogEvents events;
    private @Nullable TextLayout layout;

    TextLog(InputStream in, LogEvents events) {
        this.records = new TextLogRecords(in);
        this.events = events;
    }

    static boolean recognises(String firstLine) {
        return firstLine.startsWith("RUN\t")
                || firstLine.startsWith("ASSERTION\t")
                || RUN_OF_GATLING_2.matches(firstLine);
    }

    Provenance read() throws IOException {
        for (List<String> record = records.next(); record != null; record = records.next()) {
            switch (record.get(0)) {
                case "RUN" -> run(record);
                case "REQUEST" -> request(record, layout());
                case "USER" -> user(record, layout());
                case "GROUP" -> requireFields(record, layout().groupFields());
                case "ERROR" -> error(record);
                // One line of it states a requirement of the test, in a form that changes: nothing is counted by it.
                case "ASSERTION" -> {}
                default -> throw unknown(record);
            }
        }
        return events.end(layout().version(), "simulation.log (text)");
    }

    private UnreadableResultException unknown(List<String> record) {
        return wrong(
                record.size() > 2 && record.get(2).equals("RUN")
                        ? TextLayout.notRead(record.get(record.size() - 1).strip())
                        : "\"" + ShortText.of(record.get(0))
                                + "\" is no record of Gatling. It must be RUN, REQUEST, USER, "
                                + "GROUP, ERROR or ASSERTION.");
    }

    private void run(List<String> record) {
        String last = record.get(record.size() - 1).strip();
        if (record.size() != RUN_FIELDS && LogVersion.isOtherThan3(last)) {
            throw wrong(TextLayout.notRead(last));
        }
        requireFields(record, RUN_FIELDS);
        TextLayout found = TextLayout.of(record.get(5).strip());
        if (layout != null && !layout.equals(found)) {
            throw wrong("This RUN line is of Gatling " + found.version() + ", the one before of " + layout.version()
                    + ". Import the logs of one run.");
        }
        layout = found;
    }

    private TextLayout layout() {
        if (layout == null) {
            throw wrong("There is no RUN line before, which says the version of Gatling.");
        }
        return layout;
    }

    private void request(List<String> record, TextLayout layout) {
        requireRequestFields(record, layout.requestFields());
        int first = layout.firstField();
        String name = record.get(first + 1);
        long startMs = time(record.get(first + 2));
        long endMs = time(record.get(first + 3));
        boolean failed = failed(record.get(first + 4));
        if (endMs == 0) {
            // Gatling writes 0 for an end that is not there.
            events.unexpectedMessage();
            return;
        }
        if (endMs < startMs) {
            throw wrong("The request \"" + ShortText.of(name) + "\" ends at " + endMs + ", before it starts at "
                    + startMs + ".");
        }
        String groups = record.get(first);
        events.request(
                groups.isEmpty() ? List.of() : List.of(groups.split(",", -1)), name, startMs, endMs - startMs, failed);
    }

    private void user(List<String> record, TextLayout layout) {
        requireFields(record, layout.userFields());
        long atMs = time(record.get(layout.userFields() - 1));
        String event = record.get(layout.firstField() + 1);
        switch (event) {
            case "START" -> events.userStarted(atMs);
            case "END" -> {
                if (!events.userEnded(atMs)) {
                    throw wrong("A user ends that has not started.");
                }
            }
            default -> throw wrong("\"" + ShortText.of(event) + "\" must be START or END.");
        }
    }

    private void error(List<String> record) {
        if (record.size() < ERROR_FIELDS || !TIME.matches(record.get(record.size() - 1))) {
            throw wrong("The error has no time in milliseconds at its end. Is the file cut off?");
        }
        events.error();
    }

    private boolean failed(String status) {
        return switch (status) {
            case "OK" -> false;
            case "KO" -> true;
            default -> throw wrong("The status \"" + ShortText.of(status) + "\" must be OK or KO.");
        };
    }

    private long time(String text) {
        try {
            long time = Long.parseLong(text);
            if (time >= 0) {
                return time;
            }
        } catch (NumberFormatException e) {
            throw wrong("\"" + ShortText.of(text) + "\" must be a time in milliseconds since 1970.");
        }
        throw wrong("The time " + text + " must be 0 or more.");
    }

    /**
     * The last field is a text. Editors strip it off when it is blank, and it may have tabs where it describes a
     * failure.
     */
    private void requireRequestFields(List<String> record, int count) {
        boolean hasText = record.size() >= count && record.get(count - 2).equals("KO");
        if (!hasText && record.size() != count - 1) {
            requireFields(record, count);
        }
    }

    private void requireFields(List<String> record, int count) {
        if (record.size() != count) {
            throw wrong("A line " + record.get(0) + " has " + record.size() + " fields. It must have " + count
                    + ", with tabs between them and none in names.");
        }
    }

    private UnreadableResultException wrong(String detail) {
        return UnreadableResultException.atLine(records.number(), detail);
    }
}
