package dev.shipgate.retrystorm;

import dev.shipgate.decision.Format;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds that hold although the caller asked for stricter ones, as a rule put others in their place. People see it. What
 * the policy has of its own for a service is not told in each of its answers: a warning that is always there is not read.
 */
final class LoosenedThresholds {

    private static final String REASON = "limit_loosened";

    private LoosenedThresholds() {}

    /** One at most; of none where no thresholds hold, as nothing is judged then, which blocks by itself. */
    static Stream<WarningRow> warnings(CallerThresholds asked, RuleRun run) {
        List<Finding<Thresholds>> held = run.findings(Thresholds.class);
        return held.isEmpty() || held.stream().anyMatch(now -> isAsStrict(now.fact(), asked))
                ? Stream.empty()
                : Stream.of(warning(asked, held.get(0)));
    }

    private static boolean isAsStrict(Thresholds now, CallerThresholds asked) {
        return now.attemptRatio() <= asked.attemptRatioOr(Double.MAX_VALUE)
                && now.dependencyErrorRate() <= asked.dependencyErrorRateOr(1);
    }

    private static WarningRow warning(CallerThresholds asked, Finding<Thresholds> now) {
        String ratio = number(asked.attemptRatio(), "an attempt ratio of ");
        String errors = number(asked.dependencyErrorRate(), "an error rate of ");
        return new WarningRow(
                null,
                REASON,
                now.rule().rule(),
                "The caller asked for " + ratio + (ratio.isEmpty() || errors.isEmpty() ? "" : " and ") + errors
                        + ". In its place hold an attempt ratio of "
                        + Format.number(now.fact().attemptRatio()) + " and an error rate of "
                        + Format.number(now.fact().dependencyErrorRate()) + ".");
    }

    private static String number(@Nullable Double value, String what) {
        return value == null ? "" : what + Format.number(value);
    }
}
