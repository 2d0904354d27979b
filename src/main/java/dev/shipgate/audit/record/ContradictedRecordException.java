package dev.shipgate.audit.record;

/** What the store says of a decision is not what its record says: nothing may rely on either. */
public final class ContradictedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param detail what contradicts what, in words for the caller */
    public ContradictedRecordException(String detail) {
        super(detail + " Maybe somebody changed the records? GET /v1/audit/verification says more.");
    }
}
