package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.record.Checkpoint;
import dev.shipgate.audit.store.record.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes the oldest records of a chain away, once a checkpoint says so. */
final class Removal {

    private final Chain chain;
    private final long last;

    /** @param last the position of the last record to go */
    Removal(Chain chain, long last) {
        this.chain = chain;
        this.last = last;
    }

    boolean isOf(Chain other) {
        return chain.equals(other);
    }

    /** The removal that a checkpoint has announced and a stop of the service has cut short; null when there is none. */
    static @Nullable Removal unfinished(Chain chain) throws SQLException {
        Checkpoint checkpoint = Checkpoint.newest(chain.connection(), chain.id());
        OptionalLong first = firstPosition(chain);
        return checkpoint != null && first.isPresent() && first.getAsLong() <= checkpoint.removedTo()
                ? new Removal(chain, checkpoint.removedTo())
                : null;
    }

    private static OptionalLong firstPosition(Chain chain) throws SQLException {
        return position(chain, "SELECT position FROM record WHERE chain = ? ORDER BY position LIMIT 1", null);
    }

    /**
     * The last of the oldest records that were all made before a time. Records come in the order of their
     * commits, so one made before it may stand behind one made after it, and stays.
     */
    static OptionalLong lastBefore(Chain chain, Instant before) throws SQLException {
        OptionalLong first = firstPosition(chain);
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong kept = position(
                chain,
                "SELECT position FROM record WHERE chain = ? AND decision_id >= ? ORDER BY position LIMIT 1",
                Ids.first(before));
        long last = kept.isPresent()
                ? kept.getAsLong() - 1
                : position(
                                chain,
                                "SELECT position FROM record WHERE chain = ? AND decision_id IS NOT NULL "
                                        + "ORDER BY position DESC LIMIT 1",
                                null)
                        .orElse(0);
        return last < first.getAsLong() ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private static OptionalLong position(Chain chain, String sql, byte @Nullable [] id) throws SQLException {
        try (PreparedStatement select = chain.connection().prepareStatement(sql)) {
            select.setLong(1, chain.id());
            if (id != null) {
                select.setBytes(2, id);
            }
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /**
     * Removes some records.
     *
     * @return whether there may be more
     */
    boolean removeUpTo(int count) throws SQLException {
        OptionalLong first = firstPosition(chain);
        if (first.isEmpty() || first.getAsLong() > last) {
            return false;
        }
        try (PreparedStatement delete =
                chain.connection().prepareStatement("DELETE FROM record WHERE chain = ? AND position <= ?")) {
            delete.setLong(1, chain.id());
            delete.setLong(2, Math.min(last, first.getAsLong() + count - 1));
            return delete.executeUpdate() > 0;
        }
    }

    /**
     * Removes rulesets, dictionaries and names that no record refers to any more, keys and uses of waivers whose
     * decision is gone, and waivers that have ended and whose grant is gone.
     */
    static void removeUnused(Connection connection, Instant now) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate(
                    "DELETE FROM ruleset WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.ruleset = ruleset.id) "
                            + "AND NOT EXISTS (SELECT 1 FROM activation WHERE activation.ruleset = ruleset.id)");
            delete.executeUpdate("DELETE FROM dictionary WHERE NOT EXISTS "
                    + "(SELECT 1 FROM record WHERE record.dictionary = dictionary.id)");
            delete.executeUpdate("DELETE FROM idempotency_key WHERE NOT EXISTS "
                    + "(SELECT 1 FROM record WHERE record.decision_id = idempotency_key.decision_id)");
            delete.executeUpdate("DELETE FROM waiver_use WHERE NOT EXISTS "
                    + "(SELECT 1 FROM record WHERE record.decision_id = waiver_use.decision_id)");
            String unused = "NOT EXISTS (SELECT 1 FROM record WHERE record.rules = name_set.id) "
                    + "AND NOT EXISTS (SELECT 1 FROM record WHERE record.routes = name_set.id)";
            delete.executeUpdate(
                    "DELETE FROM name_set_member WHERE name_set IN (SELECT id FROM name_set WHERE " + unused + ")");
            delete.executeUpdate("DELETE FROM name_set WHERE " + unused);
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM waiver WHERE (until_ms <= ? "
                + "OR revoked_at_ms IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM record "
                + "WHERE record.chain = waiver.chain AND record.position = waiver.position)")) {
            delete.setLong(1, now.toEpochMilli());
            delete.executeUpdate();
        }
    }
}
