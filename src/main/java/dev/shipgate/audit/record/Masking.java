package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts a salted hash in the place of values that must not be kept. The request's fields are named by
 * configuration; wherever their values come up again, in the answer or in the facts of a rule, they are
 * masked too.
 */
public final class Masking {

    /** The text that every masked value begins with. */
    static final String PREFIX = "masked:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonPointer> pointers;
    private final MaskWords words;
    private final Supplier<byte[]> salt;

    /**
     * @param pointers to fields of requests
     * @param salt asked for when there is something to hash
     */
    public Masking(List<JsonPointer> pointers, MaskWords words, Supplier<byte[]> salt) {
        this.pointers = List.copyOf(pointers);
        this.words = words;
        this.salt = salt;
    }

    /** The same for other fields. */
    Masking of(List<JsonPointer> others) {
        return new Masking(others, words, salt);
    }

    /** The values that are to be masked in one request, and in all that comes of it. */
    Masks of(byte[] request) {
        if (pointers.isEmpty()) {
            return Masks.NONE;
        }
        JsonNode body = read(request);
        List<String> masked = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        for (JsonPointer pointer : pointers) {
            JsonNode value = body.at(pointer);
            if (!value.isMissingNode() && !value.isNull()) {
                masked.add(pointer.toString());
                collect(value, texts, numbers);
            }
        }
        return new Masks(masked, texts, numbers, words);
    }

    private void collect(JsonNode value, Map<String, String> texts, Map<String, String> numbers) {
        if (value.isContainerNode()) {
            value.forEach(element -> collect(element, texts, numbers));
        } else if (value.isNumber()) {
            numbers.put(Masks.text(value), hash(Masks.text(value)));
        } else if (value.isTextual() && !value.asText().isEmpty()) {
            texts.put(value.asText(), hash(value.asText()));
        }
    }

    /** A salted hash: equal values of one store have the same. */
    String hash(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt.get(), ALGORITHM));
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The request could not be read a second time", e);
        }
    }
}
