package dev.shipgate.releases;

import dev.shipgate.context.MarkedRelease;
import dev.shipgate.context.ReleaseMeasurements;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release that shipped, as far as it is known.
 *
 * @param decisionId the decision by which it shipped
 * @param kind of evaluation
 * @param service null when the caller of the decision did not say
 * @param environment null when the caller of the decision did not say
 * @param version null when the caller of the decision did not say
 * @param shippedAt when it was said, to the millisecond
 * @param shippedBy the name of the caller who said so; of a release that passed, of the one who asked
 * @param source how it was said
 * @param measurements the numbers that it showed
 */
public record ShippedMark(
        UUID decisionId,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        Instant shippedAt,
        String shippedBy,
        Source source,
        ReleaseMeasurements measurements) {

    /** How it is known that a release shipped. */
    public enum Source {
        /** Somebody said so. */
        MARKED,
        /** It passed, which by configuration says enough. */
        PASSED;

        /** As records and answers have it. */
        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The source of a name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Source named(String lowerCase) {
            return valueOf(lowerCase.toUpperCase(Locale.ROOT));
        }
    }

    /** The part of it that rules are told. */
    public MarkedRelease release() {
        return new MarkedRelease(version, decisionId, shippedAt, measurements);
    }
}
