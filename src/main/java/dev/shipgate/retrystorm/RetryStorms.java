package dev.shipgate.retrystorm;

import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.FirstFacts;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for minutes in which retries amplify the failure of a dependency. */
@ApplicationScoped
@Priority(20)
public class RetryStorms implements ReadinessPart {

    /** What is left out of the answer unless asked for. */
    static final String POINTS = "points";

    private static final Vocabulary VOCABULARY = Vocabulary.giving(
                    Release.class,
                    MeasurementSource.class,
                    CallerThresholds.class,
                    CallerBaseline.class,
                    AutoBaseline.class,
                    TrafficPoint.class)
            .between(Thresholds.class)
            .reading(
                    StormAlert.class,
                    CalmPoint.class,
                    Amplifier.class,
                    Baseline.class,
                    NoBaseline.class,
                    TrafficWarning.class);

    @Override
    public String kind() {
        return "retry_storms";
    }

    @Override
    public String rulesFolder() {
        return "retry-storm";
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public Class<?> resultType() {
        return RetryStormResult.class;
    }

    @Override
    public Question read(JsonObject body, Release release) {
        RetryStormRequest request = RetryStormRequest.read(body, release);
        return Question.of(rules -> answer(request, rules, false));
    }

    @Override
    public Evaluation including(@Nullable String part) {
        if (part == null) {
            return this;
        }
        if (!part.equals(POINTS)) {
            throw InvalidBodyException.ofParameter("include", "must be " + POINTS + ", but is \"" + part + "\".");
        }
        return new WithPoints();
    }

    /** The same evaluation, with every point in its answer. */
    private final class WithPoints implements Evaluation {

        @Override
        public String kind() {
            return RetryStorms.this.kind();
        }

        @Override
        public String rulesFolder() {
            return RetryStorms.this.rulesFolder();
        }

        @Override
        public Vocabulary vocabulary() {
            return RetryStorms.this.vocabulary();
        }

        @Override
        public Question read(JsonObject body, Release release) {
            RetryStormRequest request = RetryStormRequest.read(body, release);
            return Question.of(rules -> answer(request, rules, true));
        }
    }

    private Answer answer(RetryStormRequest request, RulesetLease rules, boolean includePoints) {
        List<Object> facts = FirstFacts.of(request.release(), request.source());
        facts.add(request.thresholds());
        if (request.baseline() != null) {
            facts.add(request.baseline());
        }
        facts.addAll(request.points());
        RuleRun run = rules.evaluate(this, facts);
        RetryStormAnswer answer = RetryStormAnswerBuilder.of(request, run, includePoints);
        RetryStormResult result = new RetryStormResult(
                request.points().size(),
                answer.alerts().size(),
                answer.notEvaluated().size());
        return new Answer(answer, result, verdict(result), run.firings());
    }

    /** Without a single judged point there is no evidence of calm. */
    private static Verdict verdict(RetryStormResult result) {
        return result.points() > 0 && result.alerts() == 0 && result.notEvaluated() == 0 ? Verdict.PASS : Verdict.BLOCK;
    }
}
