package dev.shipgate.audit.store.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.hash.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores each list of names once. For the writer alone. */
final class NameSets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_REMEMBERED = 10_000;

    /** Names are as long as callers like: with this, all that is remembered takes some tens of megabytes at most. */
    private static final int MAX_LENGTH_OF_REMEMBERED = 2_000;

    private final Connection connection;
    private final Map<List<String>, Long> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Long> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    NameSets(Connection connection) {
        this.connection = connection;
    }

    /** Stores those that are new, in an order that depends on nothing but them. */
    void store(Stream<List<String>> lists) throws SQLException {
        SortedMap<String, List<String>> unknown = new TreeMap<>();
        lists.filter(names -> !names.isEmpty() && !remembered.containsKey(names))
                .forEach(names -> unknown.put(json(names), names));
        for (Map.Entry<String, List<String>> names : unknown.entrySet()) {
            idOf(names.getKey(), names.getValue());
        }
    }

    /** The number of a list of names; null for an empty one. */
    @Nullable
    Long idOf(List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return null;
        }
        Long known = remembered.get(names);
        return known != null ? known : idOf(json(names), names);
    }

    private long idOf(String json, List<String> names) throws SQLException {
        byte[] sha256 = Sha256.of(json);
        Long stored = find(sha256);
        long id = stored != null ? stored : insert(sha256, json, names);
        if (json.length() <= MAX_LENGTH_OF_REMEMBERED) {
            remembered.put(List.copyOf(names), id);
        }
        return id;
    }

    /** To be called when stored names may have been rolled back or removed. */
    void forget() {
        remembered.clear();
    }

    private static String json(List<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The names cannot be written as JSON", e);
        }
    }

    private @Nullable Long find(byte[] sha256) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM name_set WHERE sha256 = ?")) {
            select.setBytes(1, sha256);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : null;
            }
        }
    }

    private long insert(byte[] sha256, String json, List<String> names) throws SQLException {
        long id;
        // Another replica may store the same names at the same time; then this waits for it, and gets its number.
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO name_set (sha256, names) VALUES (?, ?) "
                        + "ON CONFLICT (sha256) DO UPDATE SET names = excluded.names RETURNING id")) {
            insert.setBytes(1, sha256);
            insert.setString(2, json);
            try (ResultSet inserted = insert.executeQuery()) {
                inserted.next();
                id = inserted.getLong(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO name_set_member (name_sha256, name_set) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            for (String name : new LinkedHashSet<>(names)) {
                insert.setBytes(1, Sha256.of(name));
                insert.setLong(2, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return id;
    }
}
