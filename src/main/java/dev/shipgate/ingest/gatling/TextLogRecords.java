package dev.shipgate.ingest.gatling;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of a text log, mostly a line each. The message of a failure, and the name of a test, are texts of its author
 * and of servers, and may go on for several lines.
 */
final class TextLogRecords {

    private static final String RUN = "RUN";
    private static final String REQUEST = "REQUEST";
    private static final String ERROR = "ERROR";
    private static final Set<String> KINDS = Set.of(RUN, REQUEST, "USER", "GROUP", ERROR, "ASSERTION");

    /** The status of a request is not before this field. */
    private static final int FIRST_STATUS_FIELD = 5;

    /** The field before the last one of a run is the name of the test. */
    private static final int RUN_FIELDS = 6;

    private final TabbedLines lines;
    private @Nullable List<String> ahead;
    private long aheadAt;
    private long number;

    TextLogRecords(InputStream in) {
        this.lines = new TabbedLines(in);
    }

    /** In which line the record begins, from 1. */
    long number() {
        return number;
    }

    /**
     * The fields of the next record; null at the end of the file.
     *
     * @throws dev.shipgate.ingest.read.UnreadableResultException when a line has no end
     */
    @Nullable
    List<String> next() throws IOException {
        List<String> record = ahead;
        number = aheadAt;
        if (record == null) {
            record = lines.next();
            number = lines.number();
        }
        if (record == null) {
            return null;
        }
        readAhead();
        while (ahead != null && goesOn(record, ahead)) {
            record = joined(record, ahead);
            readAhead();
        }
        return record;
    }

    private void readAhead() throws IOException {
        ahead = lines.next();
        aheadAt = lines.number();
    }

    private static boolean goesOn(List<String> record, List<String> line) {
        return !KINDS.contains(line.get(0)) && endsInText(record);
    }

    private static boolean endsInText(List<String> record) {
        return switch (record.get(0)) {
            case RUN -> record.size() < RUN_FIELDS;
            case ERROR -> true;
            case REQUEST -> record.lastIndexOf("KO") >= FIRST_STATUS_FIELD;
            default -> false;
        };
    }

    /** The message of a failure does not matter; of an error only the end is needed, as it is the time. */
    private static List<String> joined(List<String> record, List<String> line) {
        if (record.get(0).equals(REQUEST)) {
            return record;
        }
        boolean isRun = record.get(0).equals(RUN);
        List<String> all = new ArrayList<>(isRun ? record : List.of(ERROR, ""));
        all.addAll(isRun ? line.subList(1, line.size()) : line);
        return all;
    }
}
