package dev.shipgate.text;

import org.jspecify.annotations.Nullable;

/**
 * The place where something was thrown, without its message: that may quote values of a request, which may be masked.
 */
public final class TraceOnly extends Exception {

    private static final long serialVersionUID = 1;

    /** Causes may go in a circle. */
    private static final int MAX_CAUSES = 20;

    private TraceOnly(Throwable thrown, @Nullable TraceOnly cause) {
        super(thrown.getClass().getName(), cause, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    /** The same for all of its causes. */
    public static TraceOnly of(Throwable thrown) {
        return of(thrown, MAX_CAUSES);
    }

    private static TraceOnly of(Throwable thrown, int causes) {
        Throwable cause = thrown.getCause();
        return new TraceOnly(thrown, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }
}
