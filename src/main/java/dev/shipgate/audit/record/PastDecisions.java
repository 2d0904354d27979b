package dev.shipgate.audit.record;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Recorded decisions, newest first, which are read some at a time, however many there are. */
public interface PastDecisions {

    /** Orders ids of decisions: they are times first, and Java compares them as signed numbers. */
    Comparator<UUID> NEWEST_FIRST = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned)
            .reversed();

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
