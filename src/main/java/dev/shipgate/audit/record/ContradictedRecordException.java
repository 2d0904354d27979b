package dev.shipgate.audit.record;

/** The columns of a decision contradict its record: nothing may rely on either. */
public final class ContradictedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param detail the contradiction, in words for the caller */
    public ContradictedRecordException(String detail) {
        super(detail + " Maybe somebody changed the records? GET /v1/audit/verification says more.");
    }
}
