package dev.shipgate.policy;

/** The rules failed or ran away. There is no verdict. */
public final class PolicyEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why there is no verdict. */
    public enum Reason {
        /** A rule threw. */
        RULE_FAILED,
        /** More rules fired than one evaluation may fire. */
        FIRING_LIMIT,
        /** The evaluation took longer than one evaluation may take. */
        TIME_LIMIT
    }

    private final Reason reason;

    PolicyEvaluationException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    PolicyEvaluationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
