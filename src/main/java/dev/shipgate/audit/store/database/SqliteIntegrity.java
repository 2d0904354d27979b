package dev.shipgate.audit.store.database;

import dev.shipgate.audit.store.schema.SchemaCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The damage by which a SQLite database hides rows from its readers. Its columns take values of any type: a text that
 * is stored as bytes reads the same and is found by no query. An index may lack rows that its table has, and a row may
 * refer to one that is not there.
 */
final class SqliteIntegrity {

    /** Of each column that was declared, the name that SQLite has for the type of its values. */
    private static final String COLUMNS = "SELECT tables.name, columns.name, CASE columns.type WHEN 'TEXT' THEN 'text' "
            + "WHEN 'BLOB' THEN 'blob' ELSE 'integer' END FROM sqlite_schema AS tables, "
            + "pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' "
            + "AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tables.name NOT LIKE 'flyway\\_%' ESCAPE '\\'";

    private SqliteIntegrity() {}

    /** The first damage that is found, in words; empty when there is none. Reads the whole database. */
    static Optional<String> damage(Connection connection) throws SQLException {
        Optional<String> schema = SchemaCheck.differenceOfSqlite(connection);
        if (schema.isPresent()) {
            return schema;
        }
        for (Map.Entry<String, String> table : foreignValues(connection).entrySet()) {
            if (isAny(connection, "SELECT 1 FROM " + table.getKey() + " WHERE " + table.getValue() + " LIMIT 1")) {
                return Optional.of(
                        "The table " + table.getKey() + " holds a value of a type that does not belong there.");
            }
        }
        if (isAny(connection, "SELECT 1 FROM chain LIMIT 1 OFFSET 1")) {
            return Optional.of("There is more than one chain, and nobody but one service ever wrote to this database.");
        }
        if (isAny(connection, "PRAGMA foreign_key_check")) {
            return Optional.of("A row refers to one that is not there.");
        }
        String found = firstOf(connection, "PRAGMA integrity_check(1)");
        return "ok".equals(found) ? Optional.empty() : Optional.of("SQLite finds the database damaged: " + found);
    }

    /** For each table, the condition that finds a value of another type than its column was declared for. */
    private static Map<String, String> foreignValues(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(COLUMNS)) {
            Map<String, String> conditions = new TreeMap<>();
            while (found.next()) {
                String condition = "typeof(" + found.getString(2) + ") NOT IN ('" + found.getString(3) + "', 'null')";
                conditions.merge(found.getString(1), condition, (some, more) -> some + " OR " + more);
            }
            return conditions;
        }
    }

    private static boolean isAny(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next();
        }
    }

    private static @Nullable String firstOf(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : null;
        }
    }
}
