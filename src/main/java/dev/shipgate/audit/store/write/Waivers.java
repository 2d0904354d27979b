package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverExpiryRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverRevocationRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverUseRecord;
import dev.shipgate.context.Waiver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes the tables by which waivers are found, as the records of one commit say. */
final class Waivers {

    private final Connection connection;
    private final long chain;
    private final Set<WaiverRecord> late = new HashSet<>();

    Waivers(Connection connection, long chain) {
        this.connection = connection;
        this.chain = chain;
    }

    /** Notes a grant, whose event is at a position of the chain. */
    void grant(long position, Waiver waiver) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO waiver (waiver_id, chain, position, "
                + "service, environment, version, route, part, reason, until_ms, justification, ticket, granted_by, "
                + "granted_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setBytes(1, Ids.bytes(waiver.waiverId()));
            insert.setLong(2, chain);
            insert.setLong(3, position);
            insert.setString(4, waiver.service());
            insert.setString(5, waiver.environment());
            insert.setString(6, waiver.version());
            insert.setString(7, waiver.route());
            insert.setString(8, waiver.part());
            insert.setString(9, waiver.reason());
            insert.setLong(10, waiver.until().toEpochMilli());
            insert.setString(11, waiver.justification());
            insert.setString(12, waiver.ticket());
            insert.setString(13, waiver.grantedBy());
            insert.setLong(14, waiver.grantedAt().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /**
     * Ends waivers that are revoked or have expired. Of two records that end one, also of two replicas, the first does.
     */
    void end(List<NewRecord> records) throws SQLException {
        for (NewRecord record : records) {
            if (record instanceof WaiverRevocationRecord revocation && !revoke(revocation)) {
                late.add(revocation);
            }
            if (record instanceof WaiverExpiryRecord expiry && !expire(expiry)) {
                late.add(expiry);
            }
        }
    }

    /** Whether an event would end a waiver that had ended before. */
    boolean isLate(WaiverRecord event) {
        return late.contains(event);
    }

    private boolean revoke(WaiverRevocationRecord revocation) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE waiver SET revoked_at_ms = ?, "
                + "revoked_by = ?, revoked_because = ? WHERE waiver_id = ? AND revoked_at_ms IS NULL "
                + "AND ended_at_ms IS NULL")) {
            update.setLong(1, revocation.at().toEpochMilli());
            update.setString(2, revocation.caller());
            update.setString(3, revocation.because());
            update.setBytes(4, Ids.bytes(revocation.waiverId()));
            return update.executeUpdate() == 1;
        }
    }

    private boolean expire(WaiverExpiryRecord expiry) throws SQLException {
        return isFirst(
                "UPDATE waiver SET ended_at_ms = ? WHERE waiver_id = ? AND ended_at_ms IS NULL AND revoked_at_ms IS NULL",
                expiry.at().toEpochMilli(),
                expiry.waiverId());
    }

    /**
     * Notes the waivers by which a decision passes.
     *
     * @return those that are used for the first time
     */
    List<WaiverUseRecord> use(DecisionRecord decision) throws SQLException {
        List<WaiverUseRecord> first = new ArrayList<>(0);
        for (WaiverUseRecord use : decision.uses()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO waiver_use (waiver_id, decision_id) VALUES (?, ?)")) {
                insert.setBytes(1, Ids.bytes(use.waiverId()));
                insert.setBytes(2, Ids.bytes(decision.index().decisionId()));
                insert.executeUpdate();
            }
            if (isFirst(
                    "UPDATE waiver SET first_used_at_ms = ? WHERE waiver_id = ? AND first_used_at_ms IS NULL",
                    use.at().toEpochMilli(),
                    use.waiverId())) {
                first.add(use);
            }
        }
        return first;
    }

    private boolean isFirst(String sql, long atMillis, UUID waiver) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, atMillis);
            update.setBytes(2, Ids.bytes(waiver));
            return update.executeUpdate() == 1;
        }
    }
}
