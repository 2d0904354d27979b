package dev.shipgate.ingest.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON files that are read as a whole: summaries, which are small. */
public final class JsonDocument {

    /** Larger files are no summaries. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Up to there a double holds each whole number. */
    private static final long MAX_COUNT = 1L << 53;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_BYTES)
                        .build());
    }

    private JsonDocument() {}

    /**
     * Reads a file that is one JSON value.
     *
     * @throws UnreadableResultException when it is not, or too large
     */
    public static JsonNode read(InputStream file) throws IOException {
        try {
            JsonNode document = JSON.readTree(file);
            if (document.isMissingNode()) {
                throw new UnreadableResultException("The file is empty.");
            }
            return document;
        } catch (StreamConstraintsException e) {
            throw tooLarge(e);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (CharConversionException e) {
            throw new UnreadableResultException("The file is not JSON in UTF-8.");
        }
    }

    private static UnreadableResultException notJson(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new UnreadableResultException("The file is not JSON" + where + "." + hint(e));
    }

    /** The error that Jackson found, in words of our own: its messages name classes. */
    private static String hint(JsonProcessingException e) {
        String error = String.valueOf(e.getOriginalMessage());
        if (error.startsWith("Duplicate field")) {
            return " A field is there twice, and nobody knows which one is meant.";
        }
        if (error.startsWith("Non-standard token")) {
            return " JSON has no NaN and no Infinity: leave out what was not measured.";
        }
        return e instanceof JsonEOFException ? " Is it cut off?" : "";
    }

    private static UnreadableResultException tooLarge(StreamConstraintsException e) {
        return new UnreadableResultException(
                String.valueOf(e.getMessage()).startsWith("Document length")
                        ? "The file is JSON of more than " + MAX_BYTES / (1 << 20)
                                + " MiB, which is not read: what is one JSON document is held as a whole. Leave rows of single "
                                + "requests out of it (such as \"details\" of ghz), or give a form with a line for each request."
                        : "The file is JSON with a text or a number that is too long, or with too many levels.");
    }

    /**
     * A number of an object.
     *
     * @return null when it is not there or null
     * @throws UnreadableResultException when it is no finite number
     */
    public static @Nullable Double number(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new UnreadableResultException(
                    "\"" + field + "\" must be a number, but is " + ShortText.of(value.toString()) + ".");
        }
        return value.doubleValue();
    }

    /**
     * A whole number of an object, 0 or more.
     *
     * @return null when it is not there or null
     * @throws UnreadableResultException when it is something else
     */
    public static @Nullable Long count(JsonNode object, String field) {
        Double value = number(object, field);
        if (value == null) {
            return null;
        }
        if (value < 0 || value != Math.rint(value) || value > MAX_COUNT) {
            throw new UnreadableResultException("\"" + field + "\" must be a whole number, 0 or more, but is "
                    + ShortText.of(object.get(field).toString()) + ".");
        }
        return value.longValue();
    }

    /**
     * A whole number of an object, 0 or more, that must be there.
     *
     * @throws UnreadableResultException when it is not
     */
    public static long requiredCount(JsonNode object, String field) {
        Long count = count(object, field);
        if (count == null) {
            throw new UnreadableResultException("\"" + field + "\" is missing. It must be a whole number.");
        }
        return count;
    }

    /**
     * The same, of a field that may also be a text, as the JSON form of Protobuf writes whole numbers of 64 bits.
     *
     * @throws UnreadableResultException when there is no such number
     */
    public static long requiredCount64(JsonNode object, String field) {
        JsonNode value = object.path(field);
        Long ofText = value.isTextual() ? count64(value) : null;
        return ofText == null || ofText > MAX_COUNT ? requiredCount(object, field) : ofText;
    }

    /**
     * A whole number of at most 63 bits, 0 or more, that is written as a number or as a text of digits.
     *
     * @return null when it is something else
     */
    public static @Nullable Long count64(JsonNode value) {
        if (value.isTextual()) {
            return DIGITS.matcher(value.textValue()).matches() ? digits(value.textValue()) : null;
        }
        boolean isCount = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
        return isCount ? value.longValue() : null;
    }

    private static @Nullable Long digits(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
