package dev.shipgate.policy;

import org.jspecify.annotations.Nullable;

/** Ends an evaluation. An error, so that a rule's {@code catch (Exception e)} does not see it. */
public final class AllowanceUsedError extends Error {

    private static final long serialVersionUID = 1;

    /** The things of which an evaluation has a limited amount. */
    public enum Of {
        TIME,
        MEMORY,
        SHARED_MEMORY
    }

    private final Of used;

    /**
     * @param first the first one of the same evaluation, which alone has a stack trace: rules that catch everything
     *     would have one made at each turn of a loop; null for that first one itself
     */
    public AllowanceUsedError(Of used, @Nullable AllowanceUsedError first) {
        super("The evaluation has used all of its " + used, first, false, first == null);
        this.used = used;
    }

    /** The thing that was used up. */
    public Of used() {
        return used;
    }
}
