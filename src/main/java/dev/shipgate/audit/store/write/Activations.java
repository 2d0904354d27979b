package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.EventIndex;
import dev.shipgate.audit.store.record.EventIndex.Activated;
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
    private final Map<Long, EventIndex> byPosition = new TreeMap<>();

    Activations(Connection connection, long chain, @Nullable Long sequence, StoredRulesets rulesets) {
        this.connection = connection;
        this.chain = chain;
        this.sequence = sequence;
        this.rulesets = rulesets;
    }

    void add(long position, @Nullable EventIndex event) {
        if (event != null && event.activated() != null) {
            byPosition.put(position, event);
        }
    }

    void write() throws SQLException {
        if (byPosition.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO activation (chain, position, ruleset, at_ms, caller, source, "
                        + "message, sequence, source_commit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Long, EventIndex> entry : byPosition.entrySet()) {
                Activated activated = entry.getValue().activated();
                if (activated != null) {
                    insert.setLong(1, chain);
                    insert.setLong(2, entry.getKey());
                    insert.setLong(3, rulesets.idOf(activated.ruleset()));
                    insert.setLong(4, activated.at().toEpochMilli());
                    insert.setString(5, entry.getValue().caller());
                    insert.setString(6, activated.source());
                    insert.setString(7, activated.message());
                    insert.setObject(8, sequence, Types.BIGINT);
                    insert.setString(9, activated.commit());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
