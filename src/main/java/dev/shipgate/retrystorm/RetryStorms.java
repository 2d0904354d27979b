package dev.shipgate.retrystorm;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabel;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.OwnRules;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for minutes in which retries amplify the failure of a dependency. */
@ApplicationScoped
@Priority(20)
public class RetryStorms implements ReadinessPart {

    /** The part that is left out of the answer unless asked for. */
    static final String POINTS = "points";

    static final String KIND = "retry_storms";

    static final RulesOwner RULES = new OwnRules(
            "retry-storm",
            Vocabulary.giving(
                            Release.class,
                            MeasurementSource.class,
                            CallerThresholds.class,
                            CallerBaseline.class,
                            AutoBaseline.class,
                            ShippedBaseline.class,
                            TrafficPoint.class)
                    .andGiving(EvaluationContext.KINDS)
                    .between(Thresholds.class, StormLimits.class)
                    .reading(
                            StormAlert.class,
                            CalmPoint.class,
                            Amplifier.class,
                            Baseline.class,
                            NoBaseline.class,
                            TrafficWarning.class,
                            TrustedLabel.class));

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String rulesFolder() {
        return RULES.rulesFolder();
    }

    @Override
    public Vocabulary vocabulary() {
        return RULES.vocabulary();
    }

    @Override
    public Class<?> resultType() {
        return RetryStormResult.class;
    }

    @Override
    public List<String> includes() {
        return List.of(POINTS);
    }

    @Override
    public ReportedKind reported() {
        return new ReportedKind(KIND, rulesFolder(), AnswerLines.POINTS);
    }

    @Override
    public Set<String> ownWords() {
        return Set.of(
                "action",
                "amplified_by",
                "attempt_ratio_source",
                "attempt_ratio_rule",
                "dependency_error_rate_source",
                "dependency_error_rate_rule");
    }

    @Override
    public Set<String> ownNumbers() {
        return Set.of("peak_attempt_ratio", "points");
    }

    @Override
    public Question read(JsonObject body, Release release, @Nullable String include) {
        return RetryStormRequest.read(body, release, POINTS.equals(include));
    }
}
