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

    PolicyEvaluationException(Reason reason, String message, List<Firing> lastFirings, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.lastFirings = List.copyOf(lastFirings);
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

    public Reason reason() {
        return reason;
    }

    /** The last rules to fire before the failure, in order. Not all of them: rules that run away fire millions of times. */
    public List<Firing> lastFirings() {
        return lastFirings;
    }
}
