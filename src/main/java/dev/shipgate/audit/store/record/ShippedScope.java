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

    /** More tests of one release are marked than that, and the release before the others is forgotten earlier. */
    private static final int MARKS_OF_RELEASE = 5;

    private ShippedScope() {}

    /** The column that tells scopes apart. */
    public static byte[] column(@Nullable String service, @Nullable String environment) {
        try {
            return Sha256.of(JSON.writeValueAsString(Arrays.asList(service, environment)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two names could not be written", e);
        }
    }

    /** How many marks are kept and read for so many releases, several of which may be of one release. */
    public static int marks(int releases) {
        return releases * MARKS_OF_RELEASE;
    }
}
