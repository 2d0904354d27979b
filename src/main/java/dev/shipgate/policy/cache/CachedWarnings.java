package dev.shipgate.policy.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.policy.Diagnostic;
import java.io.IOException;
import java.util.List;

/** Warnings about rules that may decide, as they are cached. */
final class CachedWarnings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CachedWarnings() {}

    static byte[] encode(List<Diagnostic> warnings) {
        try {
            return JSON.writeValueAsBytes(warnings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Warnings cannot be written as JSON", e);
        }
    }

    /**
     * The warnings that {@link #encode} made bytes of.
     *
     * @throws IOException when these are no such bytes, or one of them is an error, for which rules may not decide
     */
    static List<Diagnostic> decode(byte[] json) throws IOException {
        List<Diagnostic> warnings;
        try {
            warnings = List.of(JSON.readValue(json, Diagnostic[].class));
        } catch (RuntimeException e) {
            throw new IOException("It is no list of warnings", e);
        }
        if (warnings.stream().anyMatch(Diagnostic::isError)) {
            throw new IOException("It has an error in it");
        }
        return warnings;
    }
}
