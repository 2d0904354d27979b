package dev.shipgate.audit.store;

import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.schema.Schema;
import dev.shipgate.testing.DataFolder;
import dev.shipgate.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A store as an earlier version of Shipgate left it: with the tables of its scripts, and the rows that it wrote. */
public final class EarlierStore {

    /** Those that are referred to before those that refer. Counts of firings began anew when they got another key. */
    private static final List<String> TABLES = List.of(
            "chain", "ruleset", "name_set", "name_set_member", "record", "idempotency_key", "salt", "activation");

    /** Whose keys PostgreSQL counts. */
    private static final List<String> COUNTED = List.of("chain", "ruleset", "name_set");

    private EarlierStore() {}

    /**
     * The records that were made in SQLite, as of a single chain they are the same in every version.
     *
     * @param recorded has nothing that the earlier version did not know
     * @param version of the scripts
     */
    public static TestStore of(TestStore recorded, Product product, String version) throws SQLException {
        return switch (product) {
            case SQLITE -> {
                Path folder = DataFolder.fresh();
                fill(recorded, Schema.SQLITE, "jdbc:sqlite:" + folder.resolve("audit.db"), version);
                yield TestStore.sqlite(folder);
            }
            case POSTGRESQL -> {
                String url = PostgresServer.shared().createDatabase();
                fill(recorded, Schema.POSTGRESQL, url, version);
                yield TestStore.postgres(url);
            }
        };
    }

    private static void fill(TestStore recorded, Schema schema, String url, String version) throws SQLException {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations(schema.locations().toArray(String[]::new))
                .placeholders(Map.of("bytes", schema.bytes(), "id", schema.id()))
                .target(version)
                .load()
                .migrate();
        try (Connection from = DriverManager.getConnection(recorded.url());
                Connection to = DriverManager.getConnection(url)) {
            for (String table : TABLES) {
                copy(from, to, table);
            }
            if (schema.equals(Schema.POSTGRESQL)) {
                for (String table : COUNTED) {
                    countOn(to, table);
                }
            } else {
                execute(to, "PRAGMA journal_mode = WAL");
            }
        }
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        List<String> columns = columns(to, table);
        if (columns.isEmpty()) {
            return;
        }
        String names = String.join(", ", columns);
        String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("SELECT " + names + " FROM " + table);
                PreparedStatement insert =
                        to.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")")) {
            while (rows.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.executeUpdate();
            }
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getColumns(null, null, table, null)) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
            return columns;
        }
    }

    private static void countOn(Connection connection, String table) throws SQLException {
        execute(
                connection,
                "SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), (SELECT MAX(id) FROM " + table + "))");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
