package dev.shipgate.audit.store.write;

import dev.shipgate.audit.store.record.Dictionary;
import dev.shipgate.audit.store.record.Zstandard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;

/** Stores each dictionary once. For the writer alone. */
final class StoredDictionaries {

    private final Connection connection;

    /** Those that no record is made with any more are forgotten. */
    private final Map<Dictionary, Long> remembered = new WeakHashMap<>();

    StoredDictionaries(Connection connection) {
        this.connection = connection;
    }

    long idOf(Dictionary dictionary) throws SQLException {
        Long known = remembered.get(dictionary);
        if (known != null) {
            return known;
        }
        long id = insert(dictionary);
        remembered.put(dictionary, id);
        return id;
    }

    /** To be called when stored dictionaries may have been rolled back or removed. */
    void forget() {
        remembered.clear();
    }

    private long insert(Dictionary dictionary) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO dictionary (sha256, content) VALUES (?, ?) "
                        + "ON CONFLICT (sha256) DO UPDATE SET content = excluded.content RETURNING id")) {
            insert.setBytes(1, dictionary.sha256());
            insert.setBytes(2, Zstandard.compress(dictionary.text()));
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                return inserted.getLong(1);
            }
        }
    }
}
