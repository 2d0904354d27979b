package dev.shipgate.policy.session;

import dev.shipgate.number.OutOfRangeException;
import dev.shipgate.policy.AllowanceUsedError;
import dev.shipgate.policy.Causes;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.RuleFailure;
import dev.shipgate.policy.RuleFailure.Part;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import org.jspecify.annotations.Nullable;

/** Says why an evaluation ended without a verdict. */
final class EvaluationFailures {

    private final RuleFailures failures;
    private final FiringRecorder recorder;
    private final EvaluationConfig limits;

    EvaluationFailures(RuleFailures failures, FiringRecorder recorder, EvaluationConfig limits) {
        this.failures = failures;
        this.recorder = recorder;
        this.limits = limits;
    }

    PolicyEvaluationException tooManyFirings() {
        Firing last = recorder.lastFiring();
        RuleFailure failed = last == null
                ? null
                : failures.consequence(last, "It was the last of too many to fire.")
                        .orElse(null);
        return new PolicyEvaluationException(
                Reason.FIRING_LIMIT,
                "The rules fired more than " + limits.maxFirings() + " times, the limit of one evaluation"
                        + (last == null
                                ? "."
                                : "; the last rule to fire was \"" + last.rule().rule() + "\"."),
                "",
                failed,
                recorder.firings(),
                null);
    }

    PolicyEvaluationException failure(Throwable thrown) {
        RuleFailure failed = failures.of(thrown, recorder.running()).orElse(null);
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof AllowanceUsedError end) {
                return allowanceUsed(end, failed);
            }
        }
        return new PolicyEvaluationException(
                Reason.RULE_FAILED,
                "The rules failed" + where(failed),
                said(thrown),
                failed,
                recorder.firings(),
                thrown);
    }

    private PolicyEvaluationException allowanceUsed(AllowanceUsedError end, @Nullable RuleFailure failed) {
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
                "The rules " + use + (isOfCondition(failed) ? "," : "") + where(failed),
                "",
                failed,
                recorder.firings(),
                end);
    }

    /** The error in a finding that a rule tried to make; the caller is told too, as the message helps them. */
    private static String said(Throwable thrown) {
        for (Throwable cause : Causes.of(thrown)) {
            if (cause instanceof OutOfRangeException || cause instanceof InvalidFindingException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "";
    }

    private static boolean isOfCondition(@Nullable RuleFailure failed) {
        return failed != null && failed.part() == Part.CONDITION;
    }

    /**
     * The end of a sentence on a failure, with its place. While facts are matched, the last rule that fired is seldom
     * the cause.
     */
    private String where(@Nullable RuleFailure failed) {
        if (failed != null && isOfCondition(failed)) {
            return " in a condition of \"" + failed.rule() + "\".";
        }
        Firing last = recorder.lastFiring();
        if (last == null) {
            return ", before any rule fired.";
        }
        return (recorder.running() == null
                        ? " while facts were matched; the last rule to fire before was \""
                        : "; the last rule to fire was \"")
                + last.rule().rule() + "\".";
    }
}
