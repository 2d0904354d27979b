package dev.shipgate.audit.store.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteDataSource;

/**
 * An empty SQLite database as the scripts make it.
 *
 * @param statements the statements that make each table, index and other object
 * @param tables their names
 * @param indexes each as {@link #index} writes it
 */
record EmptySqlite(Set<String> statements, Set<String> tables, Set<String> indexes) {

    /** The table in which the migrations themselves keep their memory. */
    static final String HISTORY = "flyway_schema_history";

    /**
     * The objects that the database or the migrations add for themselves: tables and indexes, which do nothing. A
     * trigger or a view may have the name of one.
     */
    private static final String OF_ITSELF =
            "type IN ('table', 'index') AND (name LIKE 'sqlite\\_%' ESCAPE '\\' " + "OR tbl_name = '" + HISTORY + "')";

    /** @param version up to which the scripts run */
    static EmptySqlite of(String version) throws SQLException {
        try {
            Path folder = Files.createTempDirectory("shipgate-schema-");
            Path file = folder.resolve("empty.db");
            try {
                return of(file, version);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new SQLException("There is no room for an empty database to compare the schema with", e);
        }
    }

    private static EmptySqlite of(Path file, String version) throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        Schema.SQLITE.migrate(database, version);
        try (Connection connection = database.getConnection()) {
            Set<String> tables = tables(connection);
            Set<String> indexes = new TreeSet<>();
            for (String table : tables) {
                indexes.addAll(indexes(connection, table));
            }
            return new EmptySqlite(statements(connection), tables, indexes);
        }
    }

    /**
     * The statements that make the schema of a database, without the objects that the database or the migrations add
     * for themselves.
     */
    static Set<String> statements(Connection connection) throws SQLException {
        return texts(
                connection,
                "SELECT type || ' ' || name || ' of ' || tbl_name || ': ' || sql FROM sqlite_schema " + "WHERE NOT ("
                        + OF_ITSELF + ")");
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        return texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND NOT (" + OF_ITSELF + ")");
    }

    private static Set<String> indexes(Connection connection, String table) throws SQLException {
        Set<String> indexes = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name, \"unique\", partial FROM pragma_index_list('" + table + "')")) {
            while (found.next()) {
                List<String> columns = columns(connection, found.getString(1));
                indexes.add(index(table, found.getBoolean(2), found.getBoolean(3), String.join(",", columns)));
            }
        }
        return indexes;
    }

    /** An index in words, whatever its name. */
    static String index(String table, boolean unique, boolean partial, String columns) {
        return (unique ? "unique index" : "index") + " of " + table + " on " + columns + (partial ? ", in part" : "");
    }

    private static List<String> columns(Connection connection, String index) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT name FROM pragma_index_info('" + index + "') ORDER BY seqno")) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString(1));
            }
            return columns;
        }
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            Set<String> texts = new TreeSet<>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }
}
