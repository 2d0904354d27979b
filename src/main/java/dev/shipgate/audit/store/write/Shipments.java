package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.RememberedMarks;
import dev.shipgate.audit.store.record.ShippedScope;
import dev.shipgate.releases.ShippedMark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases that shipped, in the table by which they are found. */
final class Shipments {

    private static final String EVENT_IS_GONE = "NOT EXISTS (SELECT 1 FROM record "
            + "WHERE record.chain = shipped_release.chain AND record.position = shipped_release.position)";

    private final Connection connection;
    private final long chain;
    private final long sequence;

    Shipments(Connection connection, long chain, @Nullable Long sequence) {
        this.connection = connection;
        this.chain = chain;
        this.sequence = sequence == null ? 0 : sequence;
    }

    /**
     * Notes that a release shipped, whose event is to be at a position of the chain. Of two replicas that do, the first
     * does.
     *
     * @return false when it was noted before
     */
    boolean add(long position, ShippedMark mark) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO shipped_release (chain, position, "
                        + "sequence, decision_id, scope, kind, service, environment, version, at_ms, caller, source, "
                        + "measurements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (decision_id) DO NOTHING")) {
            insert.setLong(1, chain);
            insert.setLong(2, position);
            insert.setLong(3, sequence);
            insert.setBytes(4, Ids.bytes(mark.decisionId()));
            insert.setBytes(5, ShippedScope.column(mark.service(), mark.environment()));
            insert.setString(6, mark.kind());
            insert.setString(7, mark.service());
            insert.setString(8, mark.environment());
            insert.setString(9, mark.version());
            insert.setLong(10, mark.shippedAt().toEpochMilli());
            insert.setString(11, mark.shippedBy());
            insert.setString(12, mark.source().lowerCase());
            insert.setString(13, mark.measurements().write().toString());
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * Removes those whose event is gone, but for the last ones of each service and environment.
     *
     * @param remembered how many releases are kept nevertheless
     */
    static void removeForgotten(Connection connection, int remembered) throws SQLException {
        List<byte[]> scopes = Select.of("SELECT DISTINCT scope FROM shipped_release WHERE " + EVENT_IS_GONE)
                .all(connection, found -> found.getBytes(1));
        for (byte[] scope : scopes) {
            removeBut(connection, scope, RememberedMarks.decisions(connection, scope, remembered));
        }
    }

    private static void removeBut(Connection connection, byte[] scope, List<byte[]> remembered) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM shipped_release WHERE scope = ? "
                + "AND decision_id NOT" + Ids.in(remembered) + " AND " + EVENT_IS_GONE)) {
            delete.setBytes(1, scope);
            for (int i = 0; i < remembered.size(); i++) {
                delete.setBytes(i + 2, remembered.get(i));
            }
            delete.executeUpdate();
        }
    }
}
