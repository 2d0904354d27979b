package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.audit.store.record.Zstandard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores each ruleset once. For the writer alone. */
final class StoredRulesets {

    private final Connection connection;
    private final Map<String, Long> remembered = new HashMap<>();

    StoredRulesets(Connection connection) {
        this.connection = connection;
    }

    long idOf(RulesetText ruleset) throws SQLException {
        Long known = remembered.get(ruleset.version());
        if (known != null) {
            return known;
        }
        Long stored = find(ruleset.version());
        long id = stored != null ? stored : insert(ruleset);
        remembered.put(ruleset.version(), id);
        return id;
    }

    /** To be called when stored rulesets may have been rolled back or removed. */
    void forget() {
        remembered.clear();
    }

    private @Nullable Long find(String version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM ruleset WHERE version = ?")) {
            select.setString(1, version);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : null;
            }
        }
    }

    private long insert(RulesetText ruleset) throws SQLException {
        // Another replica may store it at the same time; then this waits for it, and gets its number.
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ruleset (version, files) VALUES (?, ?) "
                        + "ON CONFLICT (version) DO UPDATE SET files = excluded.files RETURNING id")) {
            insert.setString(1, ruleset.version());
            insert.setBytes(2, Zstandard.compress(ruleset.files().get()));
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return inserted.getLong(1);
            }
        }
    }
}
