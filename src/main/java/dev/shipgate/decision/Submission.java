package dev.shipgate.decision;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param body its bytes, not to be changed
 * @param include a part of the answer that is left out unless asked for; null for none
 * @param caller the caller who sent it, such as the name of a key or a network address
 * @param idempotencyKey under which the same request is decided once; null when the caller gave none
 */
public record Submission(
        byte[] body,
        @Nullable String include,
        String caller,
        @Nullable String idempotencyKey) {}
