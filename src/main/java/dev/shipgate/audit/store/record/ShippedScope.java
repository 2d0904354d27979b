package dev.shipgate.audit.store.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.hash.Sha256;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The releases that are compared with one another: those of one service, or of none, and one environment, or none. */
public final class ShippedScope {

    /** The order in which releases of a scope were marked. */
    public static final String NEWEST_FIRST = "ORDER BY sequence DESC, chain DESC, position DESC";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShippedScope() {}

    /** The column that tells scopes apart. */
    public static byte[] column(@Nullable String service, @Nullable String environment) {
        try {
            return Sha256.of(JSON.writeValueAsString(Arrays.asList(service, environment)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two names could not be written", e);
        }
    }
}
