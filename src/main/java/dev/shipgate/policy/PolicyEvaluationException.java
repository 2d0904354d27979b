package dev.shipgate.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules failed or ran away. There is no verdict. */
public final class PolicyEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why there is no verdict. */
    public enum Reason {
        /** A rule threw, or found what makes no answer. */
        RULE_FAILED,
        /** More rules fired than one evaluation may fire. */
        FIRING_LIMIT,
        /** The evaluation took longer than one evaluation may take. */
        TIME_LIMIT,
        /** The rules asked for more memory than one evaluation may use. */
        MEMORY_LIMIT
    }

    private final Reason reason;
    private final transient List<Firing> lastFirings;
    private final transient @Nullable RuleFailure failed;

    PolicyEvaluationException(Reason reason, String message, List<Firing> lastFirings, @Nullable Throwable cause) {
        this(reason, message, null, lastFirings, cause);
    }

    private PolicyEvaluationException(
            Reason reason,
            String message,
            @Nullable RuleFailure failed,
            List<Firing> lastFirings,
            @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.failed = failed;
        this.lastFirings = List.copyOf(lastFirings);
    }

    /** A rule threw. */
    static PolicyEvaluationException of(
            String message, @Nullable RuleFailure failed, List<Firing> lastFirings, Throwable cause) {
        return new PolicyEvaluationException(Reason.RULE_FAILED, message, failed, lastFirings, cause);
    }

    /** What the rules found contradicts itself or the request, so that no answer can be made of it. */
    public static PolicyEvaluationException unanswerable(RuntimeException cause) {
        return new PolicyEvaluationException(
                Reason.RULE_FAILED,
                "The rules found what cannot be put into an answer. "
                        + (cause instanceof InvalidFindingException ? cause.getMessage() : "The log says more."),
                List.of(),
                cause);
    }

    /** The rules found so much that nobody could be told all of it. */
    public static PolicyEvaluationException answerTooLarge(long maxBytes, Throwable cause) {
        return new PolicyEvaluationException(
                Reason.MEMORY_LIMIT,
                "What the rules found makes an answer of more than " + maxBytes
                        + " bytes, the limit of one answer here." + " Maybe shorter texts, or fewer findings?",
                List.of(),
                cause);
    }

    public Reason reason() {
        return reason;
    }

    /** Which rule failed, where in it, and why, for those who may read the policy; null when it cannot be told. */
    public @Nullable RuleFailure failed() {
        return failed;
    }

    /** Whether the rules are to blame, so that nobody has to look into the service. */
    public boolean isExplained() {
        return failed != null || reason != Reason.RULE_FAILED || getCause() instanceof InvalidFindingException;
    }

    /** The last rules to fire before the failure, in order. Not all of them: rules that run away fire millions of times. */
    public List<Firing> lastFirings() {
        return lastFirings;
    }
}
