package dev.shipgate.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.shipgate.json.InvalidBodyException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body into plain values: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double},
 * {@link NonFinite}, {@code Boolean} and null.
 *
 * <p>Jackson's own tree keeps the last of two fields of one name and gives up at the first problem. Here
 * duplicates are problems beside all others, and numbers that are none are kept to be named.
 */
public final class StrictJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            // Accepted here so that the message can say which field holds them; refused by every reader.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // JSON between systems is UTF-8 (RFC 8259), so a body is kept and shown as it came.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    /** The most routes, budgets, points or steps of a request: more would be told in answers many times its size. */
    static final int MAX_ELEMENTS = 100_000;

    /** The most values of a body: a small one takes many times as many bytes in memory as in the body. */
    static final int MAX_VALUES = 2_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final Problems problems = new Problems();
    private int values;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a body that must be one JSON object.
     *
     * @throws InvalidBodyException when it is not JSON, or not an object
     */
    public static JsonObject object(byte[] body) {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            return new StrictJson(parser).readBody();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw notUtf8();
        }
    }

    /** Jackson reads bytes that are not UTF-8 as if they were, and a later reader of the record might not. */
    private static void requireUtf8(byte[] body) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
                throw malformed(
                        "The body begins with a byte order mark, which is no part of JSON. Maybe an editor saved it as"
                                + " \"UTF-8 with BOM\"?");
            }
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static InvalidBodyException notUtf8() {
        return malformed("The body is not JSON in UTF-8.");
    }

    private static InvalidBodyException malformed(String detail) {
        return new InvalidBodyException(Kind.MALFORMED, List.of(new Problem("", detail)), 1);
    }

    private JsonObject readBody() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            String detail = first == null ? "The body is empty" : "The body is not a JSON object";
            throw malformed(detail + ". It must be an object: {...}.");
        }
        JsonPath root = JsonPath.ROOT;
        Map<String, @Nullable Object> members = readObject(root);
        if (parser.nextToken() != null) {
            throw malformed("There is more after the end of the JSON object.");
        }
        return new JsonObject(root, members, problems);
    }

    private Map<String, @Nullable Object> readObject(JsonPath path) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(8);
        int passedOver = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.size() == MAX_ELEMENTS) {
                parser.skipChildren();
                passedOver++;
                continue;
            }
            JsonPath memberPath = path.child(name);
            if (members.containsKey(name)) {
                problems.invalid(memberPath, "The field is there more than once. Which one is meant?");
            }
            members.put(name, readValue(memberPath));
        }
        return nonePassedOver(path, passedOver) ? members : Map.of();
    }

    private List<@Nullable Object> readArray(JsonPath path) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        int passedOver = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == MAX_ELEMENTS) {
                parser.skipChildren();
                passedOver++;
            } else {
                elements.add(readValue(path.child(elements.size())));
            }
        }
        return nonePassedOver(path, passedOver) ? elements : List.of();
    }

    private boolean nonePassedOver(JsonPath path, int passedOver) {
        if (passedOver > 0) {
            int size = MAX_ELEMENTS + passedOver;
            problems.invalid(path, "must have at most " + MAX_ELEMENTS + " elements, but has " + size + ".");
        }
        return passedOver == 0;
    }

    private @Nullable Object readValue(JsonPath path) throws IOException {
        if (++values > MAX_VALUES) {
            throw new InvalidBodyException(
                    Kind.INVALID,
                    List.of(new Problem("", "The body must have at most " + MAX_VALUES + " values in all.")),
                    1);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(path);
            case START_ARRAY -> readArray(path);
            case VALUE_STRING -> requireText(path, parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? readDouble()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> readDouble();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("No value at " + path.pointer());
        };
    }

    /** JSON can spell strings that are no text. */
    private String requireText(JsonPath path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (Character.isSurrogate(next)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(next, text.charAt(i + 1))) {
                    problems.invalid(path, "has one half of a surrogate pair, which is no character.");
                    return text;
                }
                i++;
            }
        }
        return text;
    }

    private Object readDouble() throws IOException {
        double value = parser.getDoubleValue();
        return Double.isFinite(value) ? (Object) value : new NonFinite(parser.getText());
    }

    private static InvalidBodyException malformed(JsonProcessingException e) {
        // Jackson speaks of its own classes and settings, of where the enclosing value started, and of NaN, which is
        // only accepted to be refused by name. The place of the error is enough.
        String reason = e.getOriginalMessage()
                .replaceFirst(" \\((start marker|for (Object|Array) starting at|not recognized as one since).*", "")
                .replaceFirst("VALUE_STRING", "a text")
                .replaceFirst("FIELD_NAME", "a name")
                .replaceFirst(", from `StreamReadConstraints[^`]*`", "")
                .replaceFirst(" \\(or 'NaN'[^)]*\\)", "")
                .replaceFirst(": enable `[^`]*` to allow", "");
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : ", from line " + place.getLineNr() + ", column " + place.getColumnNr();
        return malformed("The body is not JSON" + where + ": " + reason);
    }
}
