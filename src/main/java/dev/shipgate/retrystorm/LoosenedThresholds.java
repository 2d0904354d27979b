package dev.shipgate.retrystorm;

import dev.shipgate.decision.Format;
import dev.shipgate.decision.evidence.LoosenedLimit;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thresholds that hold although the caller asked for stricter ones. */
final class LoosenedThresholds {

    private LoosenedThresholds() {}

    /** One at most. */
    static Stream<WarningRow> warnings(CallerThresholds asked, RuleRun run) {
        return LoosenedLimit.by(
                run.findings(Thresholds.class), held -> isAsStrict(held, asked), held -> detail(asked, held))
                .map(loosened -> new WarningRow(null, LoosenedLimit.REASON, loosened.rule(), loosened.detail()))
                .stream();
    }

    private static boolean isAsStrict(Thresholds held, CallerThresholds asked) {
        return held.attemptRatio() <= asked.attemptRatioOr(Double.MAX_VALUE)
                && held.dependencyErrorRate() <= asked.dependencyErrorRateOr(1);
    }

    private static String detail(CallerThresholds asked, Thresholds held) {
        String ratio = number(asked.attemptRatio(), "an attempt ratio of ");
        String errors = number(asked.dependencyErrorRate(), "an error rate of ");
        return "The caller asked for " + ratio + (ratio.isEmpty() || errors.isEmpty() ? "" : " and ") + errors
                + ". In its place hold an attempt ratio of " + Format.number(held.attemptRatio())
                + " and an error rate of " + Format.number(held.dependencyErrorRate()) + ".";
    }

    private static String number(@Nullable Double value, String what) {
        return value == null ? "" : what + Format.number(value);
    }
}
