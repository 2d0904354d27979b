package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by their names, in an order that does not depend on the file's. Values are texts, however they are typed.
 */
record Attributes(Map<String, String> texts) implements Comparable<Attributes> {

    private static final int SERVER_ERRORS = 500;

    static Attributes read(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        for (JsonNode attribute : Fields.array(object, "attributes")) {
            JsonNode value = attribute.path("value");
            // {"stringValue": "x"}, {"intValue": "200"}: the one field says the type.
            JsonNode inner = value.size() == 1 ? value.elements().next() : value;
            texts.put(attribute.path("key").asText(), inner.isValueNode() ? inner.asText() : inner.toString());
        }
        return new Attributes(texts);
    }

    /** The text of an attribute; null when it is not there or empty. */
    @Nullable
    String text(String name) {
        String text = texts.getOrDefault(name, "");
        return text.isEmpty() ? null : text;
    }

    /**
     * Whether these requests failed: the server answered with 500 or more, or there is an {@code error.type}. A status
     * of 4xx is an error of the client's, by the semantic conventions for servers.
     *
     * @return null when neither a status nor an error is there, so that nothing is known
     */
    @Nullable
    Boolean failed() {
        if (text("error.type") != null) {
            return true;
        }
        String status = text("http.response.status_code");
        String known = status == null ? text("http.status_code") : status;
        return known == null ? null : status(known) >= SERVER_ERRORS;
    }

    private static int status(String text) {
        if (text.length() != 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableResultException(
                    "The status code \"" + ShortText.line(text) + "\" must be a number of three digits, such as 200.");
        }
        return Integer.parseInt(text);
    }

    /** Only so that maps stay fast when their keys have one hash. */
    @Override
    public int compareTo(Attributes other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
