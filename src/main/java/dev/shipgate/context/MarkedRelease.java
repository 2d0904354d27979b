package dev.shipgate.context;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision by which a release shipped.
 *
 * @param version the version that shipped; null when its caller did not say
 * @param decisionId the decision
 * @param shippedAt when somebody said so, to the millisecond
 * @param measurements the numbers that the release showed
 */
public record MarkedRelease(
        @Nullable String version, UUID decisionId, Instant shippedAt, ReleaseMeasurements measurements) {}
