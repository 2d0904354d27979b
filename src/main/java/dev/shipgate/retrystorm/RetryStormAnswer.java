package dev.shipgate.retrystorm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shipgate.decision.evidence.Contradiction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer on retry storms. Attempt ratios have two decimals.
 *
 * @param alerts the points that are part of a storm
 * @param windows runs of consecutive alerts
 * @param thresholds the thresholds that every point was held against
 * @param baseline the usual traffic; null when none was asked for
 * @param notEvaluated the points that could not be judged
 * @param warnings the things that people should know and that change no verdict, in the order of the points
 * @param contradictions minutes that one rule calls calm, and another part of a storm, as which they count
 * @param points every point, when asked for
 */
public record RetryStormAnswer(
        List<Alert> alerts,
        List<Window> windows,
        ThresholdsRow thresholds,
        @Nullable BaselineRow baseline,
        List<NotEvaluated> notEvaluated,
        List<WarningRow> warnings,
        @JsonInclude(Include.NON_EMPTY) List<Contradiction> contradictions,
        @JsonInclude(Include.NON_NULL) @Nullable List<PointRow> points) {

    /** A point that is part of a storm, the layer that amplifies where that can be told, and the rule that found it. */
    public record Alert(
            Object minute,
            @Nullable Double attemptRatio,
            @Nullable Double dependencyErrorRate,
            @JsonInclude(Include.NON_NULL) @Nullable String amplifiedBy,
            String action,
            String rule) {}

    /** A run of consecutive alerts. */
    public record Window(
            Object startMinute,
            Object endMinute,
            int points,
            double peakAttemptRatio,
            double peakDependencyErrorRate) {}

    /**
     * The thresholds that every point was held against, who set them, and by which rule. A point at both of them, or
     * above, is part of a storm, if its dependency error rate is also above the usual one where that is known.
     *
     * @param attemptRatio service attempts per user turn, 0 or more; null where no threshold held
     * @param attemptRatioSource the source of this threshold, {@code policy} or {@code caller}; null where none held
     * @param attemptRatioRule the rule that set it; null where the caller did, or none held
     * @param dependencyErrorRate failed requests to the dependency over all, 0 to 1; null where no threshold held
     * @param dependencyErrorRateSource the source of this threshold, {@code policy} or {@code caller}; null where none
     *     held
     * @param dependencyErrorRateRule the rule that set it; null where the caller did, or none held
     */
    public record ThresholdsRow(
            @Nullable Double attemptRatio,
            @Nullable String attemptRatioSource,
            @JsonInclude(Include.NON_NULL) @Nullable String attemptRatioRule,
            @Nullable Double dependencyErrorRate,
            @Nullable String dependencyErrorRateSource,
            @JsonInclude(Include.NON_NULL) @Nullable String dependencyErrorRateRule) {}

    /**
     * The usual traffic, and its source: {@code caller}, {@code auto}, or {@code none} with the reason why and the rule
     * that says so.
     */
    public record BaselineRow(
            @Nullable Double attemptRatio,
            @Nullable Double dependencyErrorRate,
            String source,
            @JsonInclude(Include.NON_NULL) @Nullable String detail,
            @JsonInclude(Include.NON_NULL) @Nullable String rule) {}

    /** A point that could not be judged, and the numbers that it lacks. */
    public record NotEvaluated(Object minute, List<String> missing) {}

    /** One thing to know, with the rule that found it; {@code minute} is null when it is about no single point. */
    public record WarningRow(@Nullable Object minute, String reason, String rule, String detail) {}

    /** A point for plots; {@code storm} is null when it could not be judged. */
    public record PointRow(
            Object minute,
            @Nullable Double attemptRatio,
            @Nullable Boolean storm) {}
}
