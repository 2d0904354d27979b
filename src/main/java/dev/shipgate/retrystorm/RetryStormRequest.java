package dev.shipgate.retrystorm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.evidence.FirstFacts;
import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Range;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.session.RulesetLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for retry storms, as facts.
 *
 * @param release the release that is to ship
 * @param source where the numbers come from; null when the caller does not say
 * @param points in the order of the request
 * @param thresholds the thresholds that the caller asks for
 * @param baseline a {@link CallerBaseline}, an {@link AutoBaseline}, a {@link ShippedBaseline}, or null for none
 * @param includePoints whether the answer is to have every point
 */
record RetryStormRequest(
        Release release,
        @Nullable MeasurementSource source,
        List<TrafficPoint> points,
        CallerThresholds thresholds,
        @Nullable Object baseline,
        boolean includePoints)
        implements Question {

    static RetryStormRequest read(JsonObject body, Release release, boolean includePoints) {
        CallerThresholds thresholds = new CallerThresholds(
                body.number("attempt_ratio_threshold", Range.NOT_NEGATIVE),
                body.number("dependency_error_threshold", Range.RATIO));
        Object baseline = readBaseline(body);
        if (!body.has("points")) {
            body.invalid("points", "is missing. It must be an array, with an object for each minute.");
        }
        return new RetryStormRequest(
                release, MeasurementSource.read(body), readPoints(body), thresholds, baseline, includePoints);
    }

    @Override
    public String kind() {
        return RetryStorms.KIND;
    }

    @Override
    public Question keeping(TrustedLabels labels) {
        return new RetryStormRequest(labels.keptOf(release), source, points, thresholds, baseline, includePoints);
    }

    @Override
    public ReleaseMeasurements measurements(JsonNode answer) {
        return UsualTraffic.of(points);
    }

    @Override
    public Answer answer(RulesetLease rules, EvaluationContext context) {
        List<Object> facts = FirstFacts.of(release, source);
        facts.addAll(context.facts());
        facts.add(thresholds);
        if (baseline != null) {
            facts.add(baseline);
        }
        facts.addAll(points);
        RuleRun run = rules.evaluate(RetryStorms.RULES, facts);
        RetryStormAnswer answer = RetryStormAnswerBuilder.of(this, run, includePoints);
        RetryStormResult result = new RetryStormResult(
                points.size(), answer.alerts().size(), answer.notEvaluated().size());
        return Answer.of(answer, result, verdict(result), run);
    }

    /** Without a single judged point there is no evidence of calm. */
    private static Verdict verdict(RetryStormResult result) {
        return result.points() > 0 && result.alerts() == 0 && result.notEvaluated() == 0 ? Verdict.PASS : Verdict.BLOCK;
    }

    private static @Nullable Object readBaseline(JsonObject body) {
        Object value = body.value("baseline");
        if (value == null) {
            return null;
        }
        if (value.equals("auto")) {
            return new AutoBaseline();
        }
        if (value.equals("shipped")) {
            return new ShippedBaseline();
        }
        if (!(value instanceof Map)) {
            body.wrong("baseline", "an object, \"auto\" or \"shipped\"", value);
            return null;
        }
        JsonObject fields = Objects.requireNonNull(body.object("baseline"));
        Double attemptRatio = fields.requiredNumber("attempt_ratio", Range.NOT_NEGATIVE);
        Double dependencyErrorRate = fields.requiredNumber("dependency_error_rate", Range.RATIO);
        fields.rejectUnknown();
        return attemptRatio == null || dependencyErrorRate == null
                ? null
                : new CallerBaseline(attemptRatio, dependencyErrorRate);
    }

    private static List<TrafficPoint> readPoints(JsonObject body) {
        List<TrafficPoint> points = new ArrayList<>();
        Minutes minutes = new Minutes();
        for (JsonObject fields : body.array("points")) {
            Object minute = minutes.read(fields);
            Long userTurns = fields.integer("user_turns", 0);
            Long clientAttempts = fields.integer("client_attempts", 0);
            Long serviceAttempts = fields.integer("service_attempts", 0);
            Double dependencyErrorRate = fields.number("dependency_error_rate", Range.RATIO);
            points.add(TrafficPoint.of(
                    minute, userTurns, clientAttempts, serviceAttempts, dependencyErrorRate, fields.otherNumbers()));
        }
        return points;
    }
}
