package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.read.WholeLines;
import dev.shipgate.ingest.table.ColumnOfNumbers;
import dev.shipgate.ingest.table.CsvRows;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measurements that no load-test tool makes, such as {@code cost_per_success} and {@code task_success_delta}, by route.
 *
 * @param routes the numbers of each route, by the names of their fields
 * @param notes the facts that a reader of the verdict should know of how they are written
 */
public record Quality(Map<String, Map<String, Double>> routes, List<String> notes) {

    /** There is none. */
    public static final Quality NONE = new Quality(Map.of(), List.of());

    private static final String ROUTE = "route";

    /**
     * Reads {@code {"book_table": {"cost_per_success": 0.041, ...}, ...}}, or a table with the columns {@code route}
     * and one for each field.
     *
     * @throws UnreadableResultException when a table is none
     * @throws dev.shipgate.json.InvalidBodyException with all that is wrong with JSON
     */
    public static Quality read(byte[] bytes) {
        byte[] text = utf8(bytes);
        boolean isJson = new String(text, StandardCharsets.UTF_8).stripLeading().startsWith("{");
        return isJson ? ofJson(text) : ofTable(text);
    }

    private static byte[] utf8(byte[] text) {
        try {
            return TextEncoding.utf8(new ByteArrayInputStream(text)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Quality ofJson(byte[] json) {
        JsonObject fields = StrictJson.object(json);
        Map<String, Map<String, Double>> routes = new LinkedHashMap<>();
        for (String route : fields.names()) {
            JsonObject numbers = fields.object(route);
            if (numbers != null) {
                routes.put(route, numbers.otherNumbers());
            }
        }
        fields.problems().throwIfAny();
        return new Quality(routes, List.of());
    }

    private static Quality ofTable(byte[] csv) {
        Map<String, Map<String, Double>> routes = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        boolean endsWithoutCell = true;
        WholeLines lines = new WholeLines(new ByteArrayInputStream(csv));
        try (CsvRows rows = CsvRows.of(lines, ',')) {
            int route = rows.column(ROUTE);
            List<String> columns = rows.columns();
            List<ColumnOfNumbers> written =
                    columns.stream().map(ColumnOfNumbers::new).toList();
            while (rows.hasNext()) {
                CsvRows.Row row = rows.next();
                endsWithoutCell = row.text(columns.size() - 1).isBlank();
                if (routes.putIfAbsent(row.text(route), numbers(row, columns, written)) != null) {
                    throw UnreadableResultException.atLine(
                            row.line(), "The route \"" + row.text(route) + "\" is there more than once.");
                }
            }
            written.forEach(
                    column -> column.check().map(note -> "quality: " + note).ifPresent(notes::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A table that was written by hand may lack the end of its last line, but not its last cell.
        if (endsWithoutCell) {
            lines.requireWhole();
        }
        return new Quality(routes, notes);
    }

    /** An empty cell was not measured. */
    private static Map<String, Double> numbers(CsvRows.Row row, List<String> columns, List<ColumnOfNumbers> written) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equals(ROUTE) && !row.text(i).isBlank()) {
                numbers.put(columns.get(i), row.number(i));
                written.get(i).add(row.text(i), row.line());
            }
        }
        return numbers;
    }

    /**
     * Adds the numbers to the routes that were measured.
     *
     * @throws UnreadableResultException for a route that was not measured, or a field that was
     */
    void addTo(Map<String, ObjectNode> measured) {
        routes.forEach((name, numbers) -> {
            ObjectNode route = measured.get(name);
            if (route == null) {
                throw new UnreadableResultException("quality: The route \"" + name
                        + "\" was not measured. The routes are " + String.join(", ", measured.keySet()) + ".");
            }
            numbers.forEach((field, value) -> {
                if (route.has(field) || Mapping.MEASURED.contains(field)) {
                    throw new UnreadableResultException("quality: \"" + field + "\" of the route \"" + name
                            + "\" is for the tool to measure, or for the mapping.");
                }
                route.put(field, value);
            });
        });
    }
}
