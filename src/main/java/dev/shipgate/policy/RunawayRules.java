package dev.shipgate.policy;

import dev.shipgate.number.OutOfRangeException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.confinement.AllowanceUsedError;
import dev.shipgate.policy.confinement.EvaluationAllowance;
import java.util.Optional;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.jspecify.annotations.Nullable;

/** Says why an evaluation ended without a verdict. */
final class RunawayRules {

    private RunawayRules() {}

    static PolicyEvaluationException tooManyFirings(FiringRecorder recorder, EvaluationConfig limits) {
        return new PolicyEvaluationException(
                Reason.FIRING_LIMIT,
                "The rules fired more than " + limits.maxFirings() + " times, the limit of one evaluation"
                        + lastly(recorder.lastRule()),
                recorder.lastFirings(),
                null);
    }

    static PolicyEvaluationException failure(
            Throwable thrown, RuleFailures failures, FiringRecorder recorder, EvaluationConfig limits) {
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof AllowanceUsedError end) {
                return allowanceUsed(end, recorder, limits);
            }
        }
        Optional<RuleFailure> failure = failures.of(thrown, recorder.lastFiring());
        return PolicyEvaluationException.of(
                failed(thrown, failure, recorder), failure.orElse(null), recorder.lastFirings(), thrown);
    }

    private static PolicyEvaluationException allowanceUsed(
            AllowanceUsedError end, FiringRecorder recorder, EvaluationConfig limits) {
        String use = switch (end.used()) {
            case TIME -> "ran longer than " + limits.maxDuration().toMillis() + " ms, the limit of one evaluation";
            case MEMORY ->
                "asked for more memory than " + limits.maxMemory().asLongValue()
                        + " bytes, the limit of one evaluation";
            case SHARED_MEMORY ->
                "asked for more memory than was left of " + EvaluationAllowance.sharedBytes()
                        + " bytes, the limit of all evaluations together";
        };
        return new PolicyEvaluationException(
                end.used() == AllowanceUsedError.Of.TIME ? Reason.TIME_LIMIT : Reason.MEMORY_LIMIT,
                "The rules " + use + lastly(recorder.lastRule()),
                recorder.lastFirings(),
                end);
    }

    private static String failed(Throwable thrown, Optional<RuleFailure> failure, FiringRecorder recorder) {
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof ConstraintEvaluationException) {
                return failure.map(of -> "The rules failed in a condition of \"" + of.rule() + "\".")
                        .orElse("The rules failed in a condition.");
            }
            if (cause instanceof OutOfRangeException || cause instanceof InvalidFindingException) {
                return "The rules failed" + lastly(recorder.lastRule()) + " " + cause.getMessage();
            }
        }
        return "The rules failed" + lastly(recorder.lastRule());
    }

    private static String lastly(@Nullable String rule) {
        return rule == null ? ", before any rule fired." : "; the last rule to fire was \"" + rule + "\".";
    }
}
