package dev.shipgate.policy.confinement;

/** Ends an evaluation. An error, so that a rule's {@code catch (Exception e)} does not see it. */
public final class AllowanceUsedError extends Error {

    private static final long serialVersionUID = 1;

    /** What an evaluation has a limited amount of. */
    public enum Of {
        TIME,
        MEMORY,
        SHARED_MEMORY
    }

    private final Of used;

    AllowanceUsedError(Of used) {
        super("The evaluation has used all of its " + used, null, false, false);
        this.used = used;
    }

    /** What was used up. */
    public Of used() {
        return used;
    }
}
