package dev.shipgate.audit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shipgate.audit.store.Sha256;
import dev.shipgate.decision.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Puts a salted hash in the place of values that must not be kept. The request's fields are named by
 * configuration; wherever their values come up again, in the answer or in the facts of a rule, they are
 * masked too.
 */
final class Masking {

    /** What every masked value begins with. */
    static final String PREFIX = "masked:";

    /** Shorter values would be found in words that have nothing to do with them. */
    private static final int MIN_LENGTH_WITHIN_TEXT = 3;

    private static final String ALGORITHM = "HmacSHA256";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonPointer> pointers;
    private final Supplier<byte[]> salt;

    /**
     * @param pointers to fields of requests
     * @param salt asked for when there is something to hash
     */
    Masking(List<JsonPointer> pointers, Supplier<byte[]> salt) {
        this.pointers = List.copyOf(pointers);
        this.salt = salt;
    }

    /** What is to be masked in one request, and in all that comes of it. */
    Masks of(byte[] request) {
        if (pointers.isEmpty()) {
            return new Masks(List.of(), Map.of());
        }
        JsonNode body = read(request);
        List<String> masked = new ArrayList<>();
        Map<String, String> replacements = new HashMap<>();
        for (JsonPointer pointer : pointers) {
            JsonNode value = body.at(pointer);
            if (!value.isMissingNode() && !value.isNull()) {
                masked.add(pointer.toString());
                collect(value, replacements);
            }
        }
        return new Masks(masked, replacements);
    }

    private void collect(JsonNode value, Map<String, String> replacements) {
        if (value.isContainerNode()) {
            value.forEach(element -> collect(element, replacements));
        } else if (!value.isBoolean() && !value.isNull() && !value.asText().isEmpty()) {
            replacements.put(value.asText(), hash(value.asText()));
        }
    }

    /** A salted hash: equal values of one store have the same. */
    String hash(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt.get(), ALGORITHM));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A request that was read once", e);
        }
    }

    /**
     * The values of one request that are masked.
     *
     * @param pointers to what was masked in the request
     * @param replacements by value
     */
    record Masks(List<String> pointers, Map<String, String> replacements) {

        boolean isEmpty() {
            return replacements.isEmpty();
        }

        /** JSON with the values masked. */
        byte[] apply(byte[] json) {
            if (isEmpty()) {
                return json;
            }
            try {
                return JSON.writeValueAsBytes(apply(read(json)));
            } catch (IOException e) {
                throw new UncheckedIOException("JSON that was written once", e);
            }
        }

        /** A name or another text with the values masked, also within it. */
        @Nullable
        String apply(@Nullable String text) {
            return text == null || isEmpty() ? text : masked(text);
        }

        /** A name by which databases find the decision, which must not be longer than they can. */
        @Nullable
        String applyToName(@Nullable String name) {
            String masked = apply(name);
            return masked == null || masked.length() <= Release.MAX_NAME_LENGTH
                    ? masked
                    : PREFIX + HexFormat.of().formatHex(Sha256.of(masked));
        }

        private String masked(String text) {
            String whole = replacements.get(text);
            return whole != null ? whole : withinText(text);
        }

        private String withinText(String text) {
            String masked = text;
            List<String> longestFirst = replacements.keySet().stream()
                    .filter(value -> value.length() >= MIN_LENGTH_WITHIN_TEXT)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
            for (String value : longestFirst) {
                masked = masked.replace(value, replacements.get(value));
            }
            return masked;
        }

        private JsonNode apply(JsonNode node) {
            if (node instanceof ObjectNode object) {
                ObjectNode masked = JSON.createObjectNode();
                object.properties().forEach(field -> masked.set(masked(field.getKey()), apply(field.getValue())));
                return masked;
            }
            if (node instanceof ArrayNode array) {
                ArrayNode masked = JSON.createArrayNode();
                array.forEach(element -> masked.add(apply(element)));
                return masked;
            }
            if (node.isNumber()) {
                String replacement = replacements.get(node.asText());
                return replacement == null ? node : TextNode.valueOf(replacement);
            }
            return node.isTextual() ? TextNode.valueOf(masked(node.asText())) : node;
        }
    }
}
