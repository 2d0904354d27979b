package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.NewRecord.ActivationRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The activations among some records of one commit. */
final class Activations {

    private final Connection connection;
    private final long chain;
    private final @Nullable Long sequence;
    private final StoredRulesets rulesets;
    private final Map<Long, ActivationRecord> byPosition = new TreeMap<>();

    Activations(Connection connection, long chain, @Nullable Long sequence, StoredRulesets rulesets) {
        this.connection = connection;
        this.chain = chain;
        this.sequence = sequence;
        this.rulesets = rulesets;
    }

    void add(long position, ActivationRecord activation) {
        byPosition.put(position, activation);
    }

    void write() throws SQLException {
        if (byPosition.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO activation (chain, position, ruleset, at_ms, caller, source, "
                        + "message, sequence, source_commit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Long, ActivationRecord> entry : byPosition.entrySet()) {
                ActivationRecord activation = entry.getValue();
                insert.setLong(1, chain);
                insert.setLong(2, entry.getKey());
                insert.setLong(3, rulesets.idOf(activation.ruleset()));
                insert.setLong(4, activation.at().toEpochMilli());
                insert.setString(5, activation.caller());
                insert.setString(6, activation.source());
                insert.setString(7, activation.message());
                insert.setObject(8, sequence, Types.BIGINT);
                insert.setString(9, activation.commit());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
