package dev.shipgate.audit.store.read;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the decision that was written last, by the order that the chains know: their clocks may differ, and each may
 * have been set back. Within a chain the position tells; between chains the sequence, and only of records from before
 * there was one, the time.
 */
final class LatestDecision {

    /** Ids of a chain rise as decisions begin, and positions as they end. More are never under way at once. */
    private static final int MOST_UNDER_WAY = 500;

    private static final Comparator<Candidate> OLDEST_FIRST =
            Comparator.comparingLong(Candidate::sequence).thenComparing(Candidate::decision);

    private record Candidate(long sequence, UUID decision) {}

    private LatestDecision() {}

    /** The last decision that fits; empty when none does. */
    static Optional<UUID> find(Connection connection, DecisionFilter filter) throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        for (long chain : chains(connection)) {
            List<byte[]> newest = new DecisionSearch(connection, filter, chain).find(MOST_UNDER_WAY);
            lastOf(connection, newest).ifPresent(candidates::add);
        }
        return candidates.stream().max(OLDEST_FIRST).map(Candidate::decision);
    }

    private static List<Long> chains(Connection connection) throws SQLException {
        return Select.of("SELECT id FROM chain ORDER BY id").all(connection, found -> found.getLong(1));
    }

    private static Optional<Candidate> lastOf(Connection connection, List<byte[]> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return new Select(
                        "SELECT COALESCE(sequence, 0), decision_id FROM record WHERE decision_id" + Ids.in(ids)
                                + " ORDER BY position DESC LIMIT 1",
                        ids)
                .first(connection, found -> new Candidate(found.getLong(1), Ids.of(found.getBytes(2))));
    }
}
