package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dictionaries of one database, and remembers some, each by its hash: once retention has removed all of them,
 * SQLite gives their numbers to others. Thread-safe.
 */
public final class Dictionaries {

    private static final int MAX_REMEMBERED = 16;

    private final Map<String, Dictionary> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Dictionary> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            });

    private volatile boolean hasColumn;

    /**
     * The two columns that say which one a record needs; a database that no newer service has written yet lacks them.
     */
    public String columns(Connection connection, String table) throws SQLException {
        hasColumn = hasColumn || Schema.hasColumn(connection, "record", "dictionary");
        String id = table + ".dictionary";
        return hasColumn ? id + ", (SELECT d.sha256 FROM dictionary d WHERE d.id = " + id + ")" : "NULL, NULL";
    }

    /**
     * The dictionary that a row names in its two {@link #columns}, the first of which is {@code column}; null when it
     * names none.
     *
     * @throws SQLException when it is missing, or has changed since it was stored
     */
    public @Nullable Dictionary read(Connection connection, ResultSet found, int column) throws SQLException {
        long id = found.getLong(column);
        if (found.wasNull()) {
            return null;
        }
        byte[] sha256 = found.getBytes(column + 1);
        String hash = sha256 == null ? "" : HexFormat.of().formatHex(sha256);
        Dictionary known = remembered.get(hash);
        if (known != null) {
            return known;
        }
        Dictionary dictionary = select(connection, id);
        remembered.put(HexFormat.of().formatHex(dictionary.sha256()), dictionary);
        return dictionary;
    }

    private static Dictionary select(Connection connection, long id) throws SQLException {
        Optional<Dictionary> dictionary = Select.of("SELECT sha256, content FROM dictionary WHERE id = ?", id)
                .run(connection, found -> found.next() ? read(found) : Optional.empty());
        return dictionary.orElseThrow(() -> new SQLException(
                "The dictionary " + id + ", which records were compressed with, is missing or is not what was stored"));
    }

    /** Empty when it does not have its hash. */
    private static Optional<Dictionary> read(ResultSet found) throws SQLException {
        byte[] sha256 = found.getBytes(1);
        try (InputStream content = Zstandard.open(found.getBytes(2))) {
            Dictionary dictionary = new Dictionary(content.readNBytes(Dictionary.MAX_BYTES + 1));
            return Optional.of(dictionary).filter(read -> Arrays.equals(read.sha256(), sha256));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The number of a dictionary that has changed since it was stored; empty when none has. */
    public static Optional<Long> damaged(Connection connection) throws SQLException {
        if (!Schema.hasColumn(connection, "dictionary", "id")) {
            return Optional.empty();
        }
        return Select.of("SELECT sha256, content, id FROM dictionary").run(connection, found -> {
            while (found.next()) {
                if (read(found).isEmpty()) {
                    return Optional.of(found.getLong(3));
                }
            }
            return Optional.empty();
        });
    }
}
