package dev.shipgate.policy.confinement;

import org.jspecify.annotations.Nullable;

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

    /**
     * @param first the one that was thrown first in the same evaluation, which knows where; null for that one itself.
     *     Rules that catch everything would otherwise fill a trace at each turn
     */
    AllowanceUsedError(Of used, @Nullable AllowanceUsedError first) {
        super("The evaluation has used all of its " + used, first, false, first == null);
        this.used = used;
    }

    /** What was used up. */
    public Of used() {
        return used;
    }
}
