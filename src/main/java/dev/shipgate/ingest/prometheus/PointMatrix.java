package dev.shipgate.ingest.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.RequestRows;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Traffic by the minute from answers to range queries, one for each field: {@code user_turns},
 * {@code service_attempts}, {@code dependency_error_rate} and, if clients are known, {@code client_attempts}. They are
 * joined by time. A field that has no value at a time is left out there, so that the point is not evaluated and does
 * not pass as calm.
 */
public final class PointMatrix {

    private static final String ERROR_RATE = "dependency_error_rate";
    private static final String CLIENT_ATTEMPTS = "client_attempts";
    private static final List<String> REQUIRED = List.of("user_turns", "service_attempts", ERROR_RATE);
    private static final double LAST_SECOND = 253_402_300_799.0;
    private static final double MAX_COUNT = 1L << 53;

    private final Map<Long, ObjectNode> pointsByMs = new TreeMap<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isRounded;

    private PointMatrix() {}

    /**
     * Reads the {@code points} of a request for retry storms.
     *
     * @param files each with the field that it measures
     * @throws UnreadableResultException when a field is not there, is there twice, or the answers have no time in
     * common
     */
    public static RequestRows read(List<ResultFile> files) throws IOException {
        PointMatrix matrix = new PointMatrix();
        for (ResultFile file : files) {
            matrix.add(file);
        }
        return matrix.joined();
    }

    private void add(ResultFile file) throws IOException {
        String field = String.valueOf(file.field());
        if (!REQUIRED.contains(field) && !field.equals(CLIENT_ATTEMPTS)) {
            throw new UnreadableResultException(file.name() + ": The field must be one of "
                    + String.join(", ", REQUIRED) + " and " + CLIENT_ATTEMPTS + ", but is "
                    + (file.field() == null ? "not given" : "\"" + field + "\"") + ".");
        }
        if (fields.contains(field)) {
            throw new UnreadableResultException(
                    file.name() + ": The field " + field + " is measured by another file too.");
        }
        fields.add(field);
        try (InputStream content = file.content().open()) {
            add(field, QueryAnswer.read(content));
        } catch (UnreadableResultException e) {
            throw new UnreadableResultException(file.name() + ": " + e.getMessage());
        }
    }

    private void add(String field, QueryAnswer answer) {
        SeriesReader.requireNumbers(answer.series());
        if (answer.series().size() > 1) {
            throw new UnreadableResultException("There are " + answer.series().size()
                    + " series. Ask for one, of the whole " + "service: sum(...) of all routes and instances.");
        }
        notes.addAll(answer.remarks());
        for (PrometheusSeries.Point point : answer.series().get(0).points()) {
            ObjectNode joined = pointsByMs.computeIfAbsent(
                    timeMs(point), time -> JsonNodeFactory.instance.objectNode().put("minute", instant(time)));
            if (joined.has(field)) {
                throw new UnreadableResultException(
                        "The time " + joined.path("minute").asText() + " is there twice.");
            }
            if (!point.isIdle()) {
                put(joined, field, point.value());
            }
        }
    }

    private static long timeMs(PrometheusSeries.Point point) {
        if (!(point.atSeconds() >= 0 && point.atSeconds() <= LAST_SECOND)) {
            throw new UnreadableResultException("The time " + Numbers.forPeople(point.atSeconds())
                    + " must be in seconds since 1970, and before the year 10000.");
        }
        return Math.round(point.atSeconds() * 1000);
    }

    private static String instant(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }

    private void put(ObjectNode point, String field, double value) {
        if (field.equals(ERROR_RATE) && Double.isFinite(value)) {
            point.put(field, Numbers.rounded(value));
        } else if (value >= 0 && value <= MAX_COUNT) {
            // increase() extrapolates, and so has fractions.
            isRounded |= value != Math.rint(value);
            point.put(field, Math.round(value));
        } else {
            throw new UnreadableResultException(
                    field + " at " + point.path("minute").asText() + " must not be " + Numbers.forPeople(value) + ".");
        }
    }

    private RequestRows joined() {
        List<String> missing =
                REQUIRED.stream().filter(field -> !fields.contains(field)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableResultException("No file measures " + String.join(", ", missing)
                    + ". Give one for each field, such as the answer to " + "a range query of sum(increase(...[1m])).");
        }
        if (pointsByMs.values().stream().noneMatch(point -> fields.stream().allMatch(point::has))) {
            throw new UnreadableResultException(
                    "The files have no time in common at which all of them have a value. Query "
                            + "all of them with the same start, end and step.");
        }
        if (isRounded) {
            notes.add(
                    "Counts are rounded to whole numbers. They must be of a minute (increase), not of a second (rate).");
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        pointsByMs.values().forEach(rows::add);
        return new RequestRows(rows, List.copyOf(notes));
    }
}
