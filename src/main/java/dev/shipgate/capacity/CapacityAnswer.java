package dev.shipgate.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shipgate.decision.evidence.Contradiction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a capacity.
 *
 * @param maxSupportedConcurrency that of the last passing step before the break; null when there is none
 * @param requiredConcurrency the concurrency that the caller requires; null when nothing is required
 * @param firstFailingConcurrency that of the break; null when the service never broke
 * @param p95Ms that of the break, in milliseconds; null without one
 * @param errorRate that of the break, 0 to 1; null without one
 * @param outcome {@code supported}, {@code at_least}, {@code unconfirmed} or {@code none}
 * @param outcomeRule the rule that says so; null where none does, or it cannot be
 * @param limits the limits that every step was held against
 * @param steps every step, in the order in which they ran
 * @param warnings the things that people should know and that change no verdict, in the order of the steps
 * @param contradictions the findings of rules on steps and capacity that cannot all be true; nothing is then supported
 */
public record CapacityAnswer(
        @Nullable Long maxSupportedConcurrency,
        @JsonInclude(Include.NON_NULL) @Nullable Long requiredConcurrency,
        @Nullable Long firstFailingConcurrency,
        @Nullable Double p95Ms,
        @Nullable Double errorRate,
        String outcome,
        @JsonInclude(Include.NON_NULL) @Nullable String outcomeRule,
        LimitsRow limits,
        List<StepRow> steps,
        List<WarningRow> warnings,
        @JsonInclude(Include.NON_EMPTY) List<Contradiction> contradictions) {

    /** Whether at least the concurrency that the caller requires is supported. */
    boolean isAsRequired() {
        return requiredConcurrency == null
                || (maxSupportedConcurrency != null && maxSupportedConcurrency >= requiredConcurrency);
    }

    /**
     * The limits that every step was held against, who set them, and by which rule. A value equal to its limit is
     * within it.
     *
     * @param p95Ms the highest 95th percentile of latency, in milliseconds, 0 or more; null where none held
     * @param p95Source the source of this limit, {@code policy} or {@code caller}; null where none held
     * @param p95Rule the rule that set it; null where the caller did, or none held
     * @param errorRate the highest ratio of failed requests, 0 to 1; null where none held
     * @param errorRateSource the source of this limit, {@code policy} or {@code caller}; null where none held
     * @param errorRateRule the rule that set it; null where the caller did, or none held
     */
    public record LimitsRow(
            @Nullable Double p95Ms,
            @Nullable String p95Source,
            @JsonInclude(Include.NON_NULL) @Nullable String p95Rule,
            @Nullable Double errorRate,
            @Nullable String errorRateSource,
            @JsonInclude(Include.NON_NULL) @Nullable String errorRateRule) {}

    /**
     * A step, whether it passes by itself, the part that it plays, its violations, and its measured values. A
     * percentile of which only bounds are known is null, and they stand beside it.
     */
    public record StepRow(
            long concurrency,
            boolean passes,
            String role,
            List<String> violated,
            @Nullable Double p95Ms,
            @JsonInclude(Include.NON_NULL) @Nullable Double p95AtLeastMs,
            @JsonInclude(Include.NON_NULL) @Nullable Double p95AtMostMs,
            @Nullable Double errorRate) {}

    /**
     * One thing to know, with the rule that found it; {@code step}, from 1, is null when it is about no single step.
     */
    public record WarningRow(
            @Nullable Integer step, @Nullable Long concurrency, String reason, String rule, String detail) {}
}
