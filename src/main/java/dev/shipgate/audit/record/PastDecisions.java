package dev.shipgate.audit.record;

import java.util.List;

/** Recorded decisions, newest first, which are read some at a time, however many there are. */
public interface PastDecisions {

    /** A decision that is still to be read, by whichever thread. */
    interface Unread {

        /**
         * Reads it.
         *
         * @throws ContradictedRecordException when it is none that the service could have written
         */
        PastDecision read();
    }

    /** How many there are. */
    int total();

    /** The next of them; empty at the end. For one thread at a time. */
    List<Unread> next();
}
