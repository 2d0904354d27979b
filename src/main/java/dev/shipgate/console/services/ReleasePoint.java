package dev.shipgate.console.services;

import dev.shipgate.number.Numbers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latency of one route in one release.
 *
 * @param version empty when the caller did not say
 * @param p95Ms null where it was not measured, or is masked
 * @param limitMs null where there was no limit
 * @param verdict on the release: {@code pass}, {@code block} or {@code error}
 * @param waived whether a waiver covers a failure of the release
 * @param outcome of the check: {@code pass}, {@code fail}, {@code not_evaluated} or {@code not_applicable}
 */
public record ReleasePoint(
        String version,
        Instant at,
        @Nullable Double p95Ms,
        @Nullable Double limitMs,
        String verdict,
        boolean waived,
        String outcome) {

    public ReleasePoint {
        Objects.requireNonNull(version);
    }

    /** The latency in words. */
    public String text() {
        return p95Ms == null ? "–" : Numbers.forPeople(p95Ms);
    }

    /** Whether the latency was over its limit. */
    public boolean isFailed() {
        return outcome.equals("fail");
    }
}
