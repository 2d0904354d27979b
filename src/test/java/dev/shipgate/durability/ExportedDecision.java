package dev.shipgate.durability;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line of the export.
 *
 * @param key its idempotency key
 * @param response the bytes of the answer
 */
record ExportedDecision(String id, @Nullable String key, byte[] response) {

    private static final JsonFactory JSON = new JsonFactory();

    static ExportedDecision read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String id = "";
        String key = null;
        byte[] response = {};
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                switch (member) {
                    case "decision_id" -> id = parser.getText();
                    case "idempotency_key" -> key = parser.getValueAsString();
                    default -> parser.skipChildren();
                }
                if (member.equals("response")) {
                    response = Arrays.copyOfRange(
                            bytes,
                            start,
                            Math.toIntExact(parser.currentLocation().getByteOffset()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
        return new ExportedDecision(id, key, response);
    }
}
