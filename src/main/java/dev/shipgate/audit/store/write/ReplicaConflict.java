package dev.shipgate.audit.store.write;

import java.sql.SQLException;
import java.util.Set;

/** Tells when PostgreSQL has undone a transaction for the sake of another replica's: it can be tried again at once. */
final class ReplicaConflict {

    /** A row that was referred to has been removed, or is referred to again; or each waited for the other. */
    private static final Set<String> STATES = Set.of("23503", "40P01");

    private ReplicaConflict() {}

    static boolean is(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && STATES.contains(state);
    }
}
