package dev.shipgate.decision.http;

import dev.shipgate.json.InvalidBodyException;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}: under one key, one request is decided once. */
final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private IdempotencyKey() {}

    /** @throws InvalidBodyException when it cannot be one */
    static @Nullable String of(HttpServerRequest request) {
        List<String> keys = request.headers().getAll(HEADER);
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !VALID.matcher(keys.get(0)).matches()) {
            throw InvalidBodyException.ofHeader(
                    HEADER, "must be one key of 1 to 255 visible ASCII characters, without spaces. Maybe a UUID?");
        }
        return keys.get(0);
    }
}
