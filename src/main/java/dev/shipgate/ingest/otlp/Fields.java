package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;

/**
 * Reads fields as the JSON form of Protobuf has them: a number that is 0 may be left out, and 64 bits may be a
 * string.
 */
final class Fields {

    private static final int MAX_BUCKETS = 10_000;

    private Fields() {}

    /**
     * A whole number, 0 or more.
     *
     * @throws UnreadableResultException when it is something else, or beyond 63 bits
     */
    static long count(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return isAbsent(value) ? 0 : count(value, field, object);
    }

    /** The counts of buckets. */
    static long[] counts(JsonNode object, String field) {
        JsonNode values = array(object, field);
        long[] counts = new long[values.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(values.path(i), field, object);
        }
        return counts;
    }

    private static long count(JsonNode value, String field, JsonNode object) {
        Long count = JsonDocument.count64(value);
        if (count == null) {
            throw wrong(field, "a whole number, 0 or more", object);
        }
        return count;
    }

    /** A whole number of 32 bits, of any sign. */
    static int integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (isAbsent(value)) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(field, "a whole number", object);
        }
        return value.intValue();
    }

    /** A finite number. */
    static double number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return isAbsent(value) ? 0 : number(value, field, object);
    }

    /** Finite numbers. */
    static double[] numbers(JsonNode object, String field) {
        JsonNode values = array(object, field);
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(values.path(i), field, object);
        }
        return numbers;
    }

    private static double number(JsonNode value, String field, JsonNode object) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(field, "a finite number", object);
        }
        return value.doubleValue();
    }

    /** An array, empty when it is not there. */
    static JsonNode array(JsonNode object, String field) {
        JsonNode values = object.path(field);
        if (!isAbsent(values) && !values.isArray()) {
            throw wrong(field, "an array", object);
        }
        if (values.size() > MAX_BUCKETS && !values.path(0).isObject()) {
            throw new UnreadableResultException(
                    "\"" + field + "\" has " + values.size() + " elements. At most " + MAX_BUCKETS + " are read.");
        }
        return values;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static UnreadableResultException wrong(String field, String words, JsonNode object) {
        return new UnreadableResultException("\"" + field + "\" must be " + words + ", but is "
                + ShortText.line(object.path(field).toString()) + ".");
    }
}
