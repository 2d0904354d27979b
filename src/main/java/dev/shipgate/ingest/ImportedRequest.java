package dev.shipgate.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.json.InvalidBodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of an evaluation, made of what was imported and of what the caller says beside it. */
public final class ImportedRequest {

    private static final JsonMapper JSON = new JsonMapper();

    private ImportedRequest() {}

    /**
     * What the caller says beside the files, such as budgets.
     *
     * @param json an object; null for nothing
     * @param imported fields that come from the files
     * @throws UnreadableResultException when it is no JSON object
     * @throws InvalidBodyException when it has what comes from the files
     */
    public static ObjectNode asked(byte @Nullable [] json, List<String> imported) throws IOException {
        if (json == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode asked = JsonDocument.read(new ByteArrayInputStream(json));
        if (!(asked instanceof ObjectNode request)) {
            throw InvalidBodyException.ofPart("request", "must be a JSON object.");
        }
        for (String field : imported) {
            if (request.has(field)) {
                throw InvalidBodyException.ofPart(
                        "request", "must not have \"" + field + "\", which comes from the imported files.");
            }
        }
        return request;
    }

    /** As bytes: the same for the same files and words, so that an idempotency key finds it again. */
    public static byte[] bytes(ObjectNode request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can be written", e);
        }
    }
}
