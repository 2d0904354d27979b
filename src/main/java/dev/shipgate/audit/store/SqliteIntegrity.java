package dev.shipgate.audit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a SQLite database can hide from whoever reads it. Its columns take values of any type: a text that is
 * stored as bytes reads the same and is found by no query. And an index may lack rows that its table has.
 */
final class SqliteIntegrity {

    private static final String ACTIVATION = "activation";

    /** What the columns hold, in the words of SQLite. */
    private static final Map<String, Map<String, List<String>>> COLUMNS = Map.of(
            "chain",
            Map.of("integer", List.of("id"), "text", List.of("name")),
            "ruleset",
            Map.of("integer", List.of("id"), "text", List.of("version"), "blob", List.of("files")),
            "name_set",
            Map.of("integer", List.of("id"), "text", List.of("names"), "blob", List.of("sha256")),
            "name_set_member",
            Map.of("integer", List.of("name_set"), "blob", List.of("name_sha256")),
            ACTIVATION,
            Map.of(
                    "integer", List.of("chain", "position", "ruleset", "at_ms"),
                    "text", List.of("caller", "source", "message")),
            "record",
            Map.of(
                    "integer", List.of("chain", "position", "ruleset", "rules", "routes"),
                    "text", List.of("kind", "service", "environment", "version", "verdict", "caller"),
                    "blob", List.of("previous_hash", "hash", "decision_id", "content")));

    private SqliteIntegrity() {}

    /** What is not as it should be, in words; empty when all is. Reads the whole database. */
    static Optional<String> damage(Connection connection) throws SQLException {
        for (Map.Entry<String, Map<String, List<String>>> table : COLUMNS.entrySet()) {
            // A database that no newer service has written yet lacks it.
            boolean there = !table.getKey().equals(ACTIVATION)
                    || firstOf(connection, "SELECT 1 FROM sqlite_schema WHERE name = '" + ACTIVATION + "'") != null;
            if (there && hasForeignValue(connection, table.getKey(), table.getValue())) {
                return Optional.of(
                        "The table " + table.getKey() + " holds a value of a type that does not belong there.");
            }
        }
        String found = firstOf(connection, "PRAGMA integrity_check(1)");
        return "ok".equals(found) ? Optional.empty() : Optional.of("SQLite finds the database damaged: " + found);
    }

    private static boolean hasForeignValue(Connection connection, String table, Map<String, List<String>> columns)
            throws SQLException {
        List<String> conditions = columns.entrySet().stream()
                .flatMap(type -> type.getValue().stream()
                        .map(column -> "typeof(" + column + ") NOT IN ('" + type.getKey() + "', 'null')"))
                .toList();
        return firstOf(connection, "SELECT 1 FROM " + table + " WHERE " + String.join(" OR ", conditions) + " LIMIT 1")
                != null;
    }

    private static @Nullable String firstOf(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : null;
        }
    }
}
