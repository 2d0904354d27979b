package dev.shipgate.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;

/** The fields of a form, as the body of a request to the API: both are then checked alike. */
public final class ApiBody {

    private ApiBody() {}

    /** The fields as JSON. */
    public static byte[] of(ObjectMapper json, Map<String, ?> fields) {
        try {
            return json.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Texts cannot be written as JSON", e);
        }
    }
}
