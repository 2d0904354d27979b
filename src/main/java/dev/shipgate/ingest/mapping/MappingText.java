package dev.shipgate.ingest.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.json.InvalidBodyException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as somebody wrote it. It stands in the record of a decision, as it says which part of a file was left out.
 *
 * @param name of its file in the folder of the rules, such as {@code imports/k6.yaml}; null for one of the caller
 * @param bytes YAML or JSON in UTF-8
 */
public record MappingText(@Nullable String name, byte[] bytes) {

    /** Each record holds it as a whole. */
    public static final int MAX_BYTES = 1 << 16;

    /**
     * The mapping that it says.
     *
     * @throws InvalidBodyException with all that is wrong; with its length alone when it is too long to be looked at
     */
    public Mapping read() {
        if (bytes.length > MAX_BYTES) {
            throw InvalidBodyException.ofPart("mapping", "must have at most " + MAX_BYTES + " bytes, but has more.");
        }
        return Mapping.read(bytes);
    }

    public void addTo(ObjectNode source) {
        if (name != null) {
            source.put("name", name);
        }
        source.put("text", new String(bytes, StandardCharsets.UTF_8));
    }
}
