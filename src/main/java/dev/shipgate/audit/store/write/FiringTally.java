package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each rule fired in the records of a commit, and when last. For the writer alone. Its statement is closed
 * with the connection.
 */
final class FiringTally {

    /**
     * Of one rule.
     *
     * @param lastMillis since 1970
     */
    private record Tally(long fired, long lastMillis) {

        Tally plus(Tally other) {
            // The last in the chain, whatever the clock said.
            return new Tally(fired + other.fired, other.lastMillis);
        }
    }

    private static final String SQL =
            "INSERT INTO rule_firing (chain, package, rule, text_sha256, fired, last_fired_ms) "
                    + "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chain, package, rule, text_sha256) DO UPDATE SET "
                    + "fired = rule_firing.fired + excluded.fired, last_fired_ms = excluded.last_fired_ms";

    private final PreparedStatement upsert;
    private final long chain;
    private final Map<FiredRule, Tally> tallies = new HashMap<>();

    FiringTally(Connection connection, long chain) throws SQLException {
        this.upsert = connection.prepareStatement(SQL);
        this.chain = chain;
    }

    /** Counts those of one decision. */
    void add(RecordIndex index) {
        long millis = index.evaluatedAt().toEpochMilli();
        index.firings().forEach((rule, fired) -> tallies.merge(rule, new Tally(fired, millis), Tally::plus));
    }

    /** Adds the tallies to the counts in the database. */
    void write() throws SQLException {
        for (Map.Entry<FiredRule, Tally> rule : tallies.entrySet()) {
            upsert.setLong(1, chain);
            upsert.setString(2, rule.getKey().packageName());
            upsert.setString(3, rule.getKey().rule());
            upsert.setString(4, rule.getKey().textSha256());
            upsert.setLong(5, rule.getValue().fired());
            upsert.setLong(6, rule.getValue().lastMillis());
            upsert.addBatch();
        }
        upsert.executeBatch();
    }

    /** Forgets the tallies of a commit that failed. Each commit begins with this. */
    void clear() throws SQLException {
        upsert.clearBatch();
        tallies.clear();
    }
}
