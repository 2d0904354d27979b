package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.RequestTable.Column;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Traffic by the minute from a table with the columns {@code minute} (whole numbers or instants), {@code user_turns},
 * {@code service_attempts}, {@code dependency_error_rate} and, if clients are known, {@code client_attempts}. Other
 * columns of numbers are kept.
 */
public final class PointTable {

    private static final Map<String, Column> COLUMNS = Map.of(
            "minute", Column.NAMING_MINUTE,
            "user_turns", Column.WHOLE_NUMBER,
            "service_attempts", Column.WHOLE_NUMBER,
            "client_attempts", Column.WHOLE_NUMBER,
            "dependency_error_rate", Column.NUMBER);

    static final List<String> REQUIRED = List.of("minute", "user_turns", "service_attempts", "dependency_error_rate");

    /** In 1973; as minutes it is the year 2160. */
    private static final long LEAST_SECONDS = 100_000_000;

    private PointTable() {}

    /**
     * Reads the {@code points} of a request for retry storms.
     *
     * @throws UnreadableResultException when it is no such table
     */
    public static RequestRows read(InputStream file) throws IOException {
        RequestRows points = new RequestTable(COLUMNS, REQUIRED).read(file);
        List<String> notes = new ArrayList<>(points.notes());
        JsonNode first = points.rows().path(0).path("minute");
        if (first.isNumber() && first.longValue() >= LEAST_SECONDS) {
            notes.add("minute is " + first.longValue()
                    + ", which seems to be in seconds or milliseconds since 1970. Then "
                    + "minutes have gaps between them: divide, or write instants such as 2026-11-23T10:00:00Z.");
        }
        return new RequestRows(points.rows(), notes);
    }
}
