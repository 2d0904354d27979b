package dev.shipgate.retrystorm;

import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.decision.evidence.OpposedFindings;
import dev.shipgate.number.Numbers;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.retrystorm.RetryStormAnswer.Alert;
import dev.shipgate.retrystorm.RetryStormAnswer.BaselineRow;
import dev.shipgate.retrystorm.RetryStormAnswer.NotEvaluated;
import dev.shipgate.retrystorm.RetryStormAnswer.PointRow;
import dev.shipgate.retrystorm.RetryStormAnswer.ThresholdsRow;
import dev.shipgate.retrystorm.RetryStormAnswer.WarningRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the findings of the rules into the order of the points, and fails closed: a point that no rule has judged was
 * not evaluated. Of two alerts on one point the first counts, and so does the first of two amplifiers.
 */
final class RetryStormAnswerBuilder {

    private static final int DECIMALS_OF_RATIOS = 2;

    private final RetryStormRequest request;
    private final Map<Object, Integer> places = new HashMap<>();
    private final Map<Object, Finding<StormAlert>> alerts = new HashMap<>();
    private final Map<Object, String> amplifiers = new HashMap<>();
    private final Set<Object> calm = new HashSet<>();
    private final ThresholdsRow thresholds;
    private final @Nullable BaselineRow baseline;
    private final List<Contradiction> contradictions;
    private final List<WarningRow> warnings;

    private RetryStormAnswerBuilder(RetryStormRequest request, RuleRun run) {
        this.request = request;
        request.points().forEach(point -> places.put(point.minute(), places.size()));
        requireKnownMinutes(run, StormAlert.class, StormAlert::point);
        requireKnownMinutes(run, CalmPoint.class, CalmPoint::point);
        requireKnownMinutes(run, Amplifier.class, Amplifier::point);
        requireKnownMinutes(run, TrafficWarning.class, TrafficWarning::point);
        run.findings(StormAlert.class)
                .forEach(alert -> alerts.putIfAbsent(alert.fact().point().minute(), alert));
        if (!hasLimitsOfNoThresholds(run)) {
            run.facts(CalmPoint.class).forEach(point -> calm.add(point.point().minute()));
        }
        run.facts(Amplifier.class)
                .forEach(found -> amplifiers.putIfAbsent(found.point().minute(), found.layer()));
        this.thresholds = HeldThresholds.of(request.thresholds(), run);
        this.baseline = baseline(run);
        this.contradictions = calm.stream().anyMatch(alerts::containsKey) ? contradictions(run) : List.of();
        this.warnings = Stream.concat(
                        run.findings(TrafficWarning.class).stream().map(RetryStormAnswerBuilder::warningRow),
                        LoosenedThresholds.warnings(request.thresholds(), run))
                .toList();
    }

    /**
     * Storm limits without thresholds follow from none, so nobody is told how loose they are: they make nothing calm.
     */
    private static boolean hasLimitsOfNoThresholds(RuleRun run) {
        return run.facts(Thresholds.class).isEmpty()
                && !run.facts(StormLimits.class).isEmpty();
    }

    private <T> void requireKnownMinutes(RuleRun run, Class<T> type, Function<T, @Nullable TrafficPoint> about) {
        for (Finding<T> finding : run.findings(type)) {
            TrafficPoint point = about.apply(finding.fact());
            if (point != null && !places.containsKey(point.minute())) {
                throw run.unanswerable(
                        finding, "It is about the minute " + point.minute() + ", which the request does not have.");
            }
        }
    }

    /** Of each minute that is said to be calm and to be part of a storm, the rules that say so. It is part of one. */
    private static List<Contradiction> contradictions(RuleRun run) {
        OpposedFindings<Object> judged = new OpposedFindings<>();
        run.findings(CalmPoint.class)
                .forEach(finding -> judged.claim(finding.fact().point().minute(), finding));
        run.findings(StormAlert.class)
                .forEach(finding -> judged.deny(finding.fact().point().minute(), finding));
        List<Contradiction> contradictions = new ArrayList<>();
        judged.forEachContradiction(
                minute -> "the minute " + minute + " is calm",
                "it is part of a storm",
                (minute, found) -> contradictions.add(found));
        return contradictions;
    }

    static RetryStormAnswer of(RetryStormRequest request, RuleRun run, boolean includePoints) {
        return new RetryStormAnswerBuilder(request, run).answer(includePoints);
    }

    private RetryStormAnswer answer(boolean includePoints) {
        List<Alert> alertRows = new ArrayList<>();
        List<NotEvaluated> notEvaluated = new ArrayList<>();
        List<PointRow> points = new ArrayList<>();
        StormWindows windows = new StormWindows(request.points());
        for (TrafficPoint point : request.points()) {
            Finding<StormAlert> alert = alerts.get(point.minute());
            Boolean storm = alert != null ? Boolean.TRUE : calm.contains(point.minute()) ? Boolean.FALSE : null;
            if (alert != null) {
                alertRows.add(alertRow(alert));
            }
            if (storm == null || !point.missing().isEmpty()) {
                notEvaluated.add(new NotEvaluated(point.minute(), point.missing()));
            }
            windows.next(point, alert != null);
            points.add(new PointRow(point.minute(), rounded(point.attemptRatio()), storm));
        }
        return new RetryStormAnswer(
                alertRows,
                windows.windows(),
                thresholds,
                baseline,
                notEvaluated,
                warningRows(),
                contradictions,
                includePoints ? points : null);
    }

    private List<WarningRow> warningRows() {
        return warnings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                        row -> row.minute() == null ? -1 : places.getOrDefault(row.minute(), 0)))
                .toList();
    }

    private static WarningRow warningRow(Finding<TrafficWarning> finding) {
        TrafficPoint point = finding.fact().point();
        return new WarningRow(
                point == null ? null : point.minute(),
                finding.fact().reason(),
                finding.rule().rule(),
                finding.fact().detail());
    }

    private Alert alertRow(Finding<StormAlert> alert) {
        TrafficPoint point = alert.fact().point();
        return new Alert(
                point.minute(),
                rounded(point.attemptRatio()),
                point.dependencyErrorRate(),
                amplifiers.get(point.minute()),
                alert.fact().action(),
                alert.rule().rule());
    }

    private static @Nullable BaselineRow baseline(RuleRun run) {
        for (Baseline found : run.facts(Baseline.class)) {
            return new BaselineRow(rounded(found.attemptRatio()), asSentOrRounded(found), found.source(), null, null);
        }
        for (Finding<NoBaseline> found : run.findings(NoBaseline.class)) {
            return new BaselineRow(
                    null, null, "none", found.fact().detail(), found.rule().rule());
        }
        return null;
    }

    private static double asSentOrRounded(Baseline found) {
        double errors = found.dependencyErrorRate();
        return found.source().equals(Baseline.CALLER) ? errors : Numbers.rounded(errors);
    }

    static @Nullable Double rounded(@Nullable Double ratio) {
        return ratio == null ? null : Numbers.toDecimals(ratio, DECIMALS_OF_RATIOS);
    }
}
