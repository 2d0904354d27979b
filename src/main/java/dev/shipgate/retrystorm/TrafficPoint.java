package dev.shipgate.retrystorm;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.shipgate.decision.evidence.MissingFields;
import dev.shipgate.number.Range;
import dev.shipgate.number.RoundedSerializer;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact of one minute of traffic. A number that was not sent is null, and null is neither more nor less
 * than anything in a rule.
 *
 * @param minute when: a whole number ({@code Long}) or an instant ({@code java.time.Instant})
 * @param userTurns the turns that users asked for, retries not counted, 0 or more
 * @param clientAttempts requests that clients made for these turns, retries counted, 0 or more
 * @param serviceAttempts requests that the service made to its dependency, retries counted, 0 or more
 * @param dependencyErrorRate failed requests to the dependency over all of them, 0 to 1
 * @param attemptRatio service attempts per user turn: {@code serviceAttempts / max(userTurns, 1)}
 * @param clientAmplification client attempts per user turn: {@code clientAttempts / max(userTurns, 1)}
 * @param serviceAmplification service attempts per client attempt:
 *     {@code serviceAttempts / max(clientAttempts, 1)}
 * @param others every other number the caller sent for the point, by the name it came under
 * @param missing the numbers that are needed to judge the point and were not sent, by their names in the request
 */
@ForRules
public record TrafficPoint(
        Object minute,
        @Within(Range.NOT_NEGATIVE) @Nullable Long userTurns,
        @Within(Range.NOT_NEGATIVE) @Nullable Long clientAttempts,
        @Within(Range.NOT_NEGATIVE) @Nullable Long serviceAttempts,
        @Within(Range.RATIO) @Nullable Double dependencyErrorRate,

        @Within(Range.NOT_NEGATIVE) @JsonSerialize(using = RoundedSerializer.class) @Nullable
        Double attemptRatio,

        @Within(Range.NOT_NEGATIVE) @JsonSerialize(using = RoundedSerializer.class) @Nullable
        Double clientAmplification,

        @Within(Range.NOT_NEGATIVE) @JsonSerialize(using = RoundedSerializer.class) @Nullable
        Double serviceAmplification,

        Map<String, Double> others,
        List<String> missing) {

    private static final long SECONDS_OF_A_MINUTE = 60;

    public TrafficPoint {
        if (!(minute instanceof Long || minute instanceof Instant)) {
            throw new IllegalArgumentException("The minute of a point must be a whole number or an instant.");
        }
        others = FactValues.numbersByName(others);
        missing = FactValues.texts(missing);
    }

    /**
     * The minute as a number, by which rules tell which points come before and after: the number itself, or of an
     * instant the whole minutes since 1970-01-01T00:00Z.
     */
    public long minuteNumber() {
        return minute instanceof Instant instant
                ? Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_MINUTE)
                : (Long) minute;
    }

    static TrafficPoint of(
            Object minute,
            @Nullable Long userTurns,
            @Nullable Long clientAttempts,
            @Nullable Long serviceAttempts,
            @Nullable Double dependencyErrorRate,
            Map<String, Double> others) {
        return new TrafficPoint(
                minute,
                userTurns,
                clientAttempts,
                serviceAttempts,
                dependencyErrorRate,
                perEach(serviceAttempts, userTurns),
                perEach(clientAttempts, userTurns),
                perEach(serviceAttempts, clientAttempts),
                others,
                new MissingFields()
                        .check("user_turns", userTurns)
                        .check("service_attempts", serviceAttempts)
                        .check("dependency_error_rate", dependencyErrorRate)
                        .names());
    }

    private static @Nullable Double perEach(@Nullable Long attempts, @Nullable Long causes) {
        return attempts == null || causes == null ? null : attempts / (double) Math.max(causes, 1);
    }
}
