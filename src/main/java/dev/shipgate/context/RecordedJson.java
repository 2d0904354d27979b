package dev.shipgate.context;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Values of a context as records have them. */
final class RecordedJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private RecordedJson() {}

    static JsonNode write(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Reads a value.
     *
     * @param what the kind of value, with its verb, for the message: {@code waiver was}
     * @throws IllegalArgumentException when it is not as it was recorded
     */
    static <T> T read(JsonNode recorded, Class<T> type, String what) {
        try {
            return JSON.readerFor(type).readValue(recorded);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("No " + what + " recorded as " + recorded, e);
        }
    }
}
