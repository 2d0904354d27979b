package dev.shipgate.retrystorm;

import dev.shipgate.decision.Limit;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.retrystorm.RetryStormAnswer.ThresholdsRow;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the thresholds that every point was held against, and who set it. Where rules hold points against several, the
 * lowest counts: no point below it alerts.
 */
final class HeldThresholds {

    private final RuleRun run;
    private final Function<StormLimits, Double> ofLimits;
    private final Function<Thresholds, Double> ofThresholds;
    private final @Nullable Double threshold;
    private final @Nullable String source;

    private HeldThresholds(
            @Nullable Double asked,
            RuleRun run,
            Function<StormLimits, Double> ofLimits,
            Function<Thresholds, Double> ofThresholds) {
        this.run = run;
        this.ofLimits = ofLimits;
        this.ofThresholds = ofThresholds;
        this.threshold = run.facts(StormLimits.class).stream()
                .map(ofLimits)
                .min(Comparator.naturalOrder())
                .orElse(null);
        // Thresholds keep no source: rules put the number of the caller in the place of theirs.
        this.source = threshold == null ? null : threshold.equals(asked) ? Limit.CALLER : Limit.POLICY;
    }

    /** @param asked the thresholds that the caller asks for */
    static ThresholdsRow of(CallerThresholds asked, RuleRun run) {
        HeldThresholds ratio =
                new HeldThresholds(asked.attemptRatio(), run, StormLimits::attemptRatio, Thresholds::attemptRatio);
        HeldThresholds errors = new HeldThresholds(
                asked.dependencyErrorRate(), run, StormLimits::dependencyErrorRate, Thresholds::dependencyErrorRate);
        return new ThresholdsRow(
                ratio.threshold, ratio.source, ratio.rule(), errors.threshold, errors.source, errors.rule());
    }

    /**
     * The rule that set a threshold of the policy: that which first came with it. Where the threshold is so many times
     * the usual value, it is the rule that multiplied.
     */
    private @Nullable String rule() {
        return !Limit.POLICY.equals(source)
                ? null
                : Stream.concat(
                                run.everInserted(Thresholds.class).stream().filter(set -> isHeld(ofThresholds, set)),
                                run.findings(StormLimits.class).stream().filter(set -> isHeld(ofLimits, set)))
                        .map(Finding::rule)
                        .map(RuleInfo::rule)
                        .findFirst()
                        .orElse(null);
    }

    private <T> boolean isHeld(Function<T, Double> value, Finding<T> set) {
        return Objects.equals(value.apply(set.fact()), threshold);
    }
}
