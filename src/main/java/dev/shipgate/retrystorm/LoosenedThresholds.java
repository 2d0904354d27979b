package dev.shipgate.retrystorm;

import dev.shipgate.decision.Format;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import java.util.List;
import java.util.stream.Stream;

/** Thresholds that a rule put in the place of stricter ones, also of those that the caller asked for. People see it. */
final class LoosenedThresholds {

    private static final String REASON = "limit_loosened";

    /** Of more that hold at one time not all are looked at, and a warning too many does no harm. */
    private static final int MAX_LOOKED_AT = 100;

    private LoosenedThresholds() {}

    static Stream<WarningRow> warnings(RuleRun run) {
        List<Finding<Thresholds>> held =
                run.findings(Thresholds.class).stream().limit(MAX_LOOKED_AT).toList();
        return held.isEmpty()
                ? Stream.empty()
                : run.takenBack(Thresholds.class).stream()
                        .filter(before -> held.stream().noneMatch(now -> isAsStrict(now.fact(), before.fact())))
                        .map(before -> warning(before, held.get(0)));
    }

    private static boolean isAsStrict(Thresholds now, Thresholds before) {
        return now.attemptRatio() <= before.attemptRatio()
                && now.dependencyErrorRate() <= before.dependencyErrorRate()
                && now.timesUsual() <= before.timesUsual();
    }

    private static WarningRow warning(Finding<Thresholds> before, Finding<Thresholds> now) {
        return new WarningRow(
                null,
                REASON,
                now.rule().rule(),
                "In the place of " + words(before.fact()) + ", which the rule \""
                        + before.rule().rule() + "\" had set, hold " + words(now.fact()) + ".");
    }

    private static String words(Thresholds thresholds) {
        return "an attempt ratio of " + Format.number(thresholds.attemptRatio()) + ", an error rate of "
                + Format.number(thresholds.dependencyErrorRate()) + " and " + Format.number(thresholds.timesUsual())
                + " times the usual";
    }
}
