package dev.shipgate.audit.store.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds a part that was added to a schema, or taken away: a trigger changes the rows that are written, a view or a
 * rule the rows that are read, and without a unique index two rows can have a value that only one may have.
 */
public final class SchemaCheck {

    /** Made once for each version: that takes some tenths of a second. */
    private static final Map<String, EmptySqlite> EMPTY = new ConcurrentHashMap<>();

    private static final String TABLES = "(SELECT to_regclass(name) FROM unnest(string_to_array(?, ',')) AS name)";

    private SchemaCheck() {}

    /** A difference of a SQLite schema from the one that the scripts make, in words; empty when there is none. */
    public static Optional<String> differenceOfSqlite(Connection connection) throws SQLException {
        Set<String> expected = empty(connection).statements();
        Set<String> found = EmptySqlite.statements(connection);
        return without(found, expected)
                .map(SchemaCheck::added)
                .or(() -> without(expected, found).map(SchemaCheck::lacking));
    }

    /** The same for PostgreSQL. Indexes that were added change nothing that is found. */
    public static Optional<String> differenceOfPostgres(Connection connection) throws SQLException {
        EmptySqlite expected = empty(connection);
        String tables = String.join(",", expected.tables());
        Optional<String> added = first(
                connection,
                "SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN " + TABLES
                        + " UNION ALL SELECT 'rule ' || rulename || ' of ' || ev_class::regclass FROM pg_rewrite "
                        + "WHERE ev_class IN " + TABLES
                        + " UNION ALL SELECT 'policy for the rows of ' || relname FROM pg_class "
                        + "WHERE relrowsecurity AND oid IN " + TABLES + " LIMIT 1",
                tables,
                tables,
                tables);
        return added.isPresent()
                ? added.map(SchemaCheck::added)
                : without(expected.indexes(), indexes(connection, tables)).map(SchemaCheck::lacking);
    }

    private static String added(String what) {
        return "The schema has what no migration put there: " + what;
    }

    private static String lacking(String what) {
        return "The schema lacks what a migration put there: " + what;
    }

    /** The schema that the scripts make and all databases have, up to the version that this one says it has. */
    private static EmptySqlite empty(Connection connection) throws SQLException {
        String version = first(
                        connection,
                        "SELECT version FROM " + EmptySqlite.HISTORY
                                + " WHERE version IS NOT NULL AND version NOT LIKE '%.%' "
                                + "ORDER BY installed_rank DESC LIMIT 1")
                .orElse(Schema.LATEST);
        EmptySqlite known = EMPTY.get(version);
        if (known == null) {
            known = EmptySqlite.of(version);
            EMPTY.put(version, known);
        }
        return known;
    }

    private static Set<String> indexes(Connection connection, String tables) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT table_class.relname, indisunique, "
                + "indpred IS NOT NULL, (SELECT string_agg(attname, ',' ORDER BY place) FROM "
                + "unnest(indkey::int2[]) WITH ORDINALITY AS key (number, place) JOIN pg_attribute "
                + "ON attrelid = indrelid AND attnum = key.number) FROM pg_index "
                + "JOIN pg_class table_class ON table_class.oid = indrelid WHERE indisvalid AND indrelid IN "
                + TABLES)) {
            select.setString(1, tables);
            try (ResultSet found = select.executeQuery()) {
                Set<String> indexes = new TreeSet<>();
                while (found.next()) {
                    indexes.add(EmptySqlite.index(
                            found.getString(1), found.getBoolean(2), found.getBoolean(3), found.getString(4)));
                }
                return indexes;
            }
        }
    }

    private static Optional<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(text -> !others.contains(text)).findFirst();
    }

    private static Optional<String> first(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }
}
