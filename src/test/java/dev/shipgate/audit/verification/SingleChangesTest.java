package dev.shipgate.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.TestActivation;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value of the store is changed by itself, each row taken away, and the schema; a verification notices each. */
@BesideOthers
class SingleChangesTest {

    /** The columns that stand in no chain, as the page on the audit says. */
    private static final Set<String> NOT_PROVED = Set.of(
            "idempotency_key.expires_at_ms",
            // Noticed by the service that answers by it.
            "idempotency_key.request_hash",
            "salt.id",
            "salt.salt",
            "rule_firing.package",
            "rule_firing.rule",
            "rule_firing.text_sha256",
            "rule_firing.fired",
            "rule_firing.last_fired_ms");

    /**
     * The expressions that take the place of a value, by its declared type; only one that differs from it is a
     * change.
     */
    private static final Map<String, List<String>> CHANGES = Map.of(
            "TEXT", List.of("%1$s || 'x'", "CAST(%1$s AS BLOB)", "upper(%1$s)", "NULL", "''"),
            "BLOB", List.of("substr(%1$s, 1, length(%1$s) - 1) || x'00'", "CAST(%1$s AS TEXT)", "x''"),
            "BIGINT", List.of("%1$s + 1", "-1", "NULL", "CAST(%1$s AS TEXT) || 'x'", "777"),
            // The number of a row itself.
            "INTEGER", List.of("%1$s + 100", "-1"));

    private static void fill(TestStore store) throws Exception {
        GroupCommit writer = store.writerAfter(2);
        TestActivation activation = TestActivation.of("published", Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(writer.write(activation.record())).isEmpty();
        TestDecision setBack = TestDecision.at(9);
        setBack.evaluatedAt = Instant.ofEpochMilli(5);
        setBack.rules = List.of("b");
        setBack.idempotencyKey = "release-7";
        String stored = IdempotencyKeys.stored("release-7", TestDecision.CALLER);
        IdempotencyClaim claim = new IdempotencyClaim(stored, new byte[] {1}, setBack.id, 0, Long.MAX_VALUE - 1);
        assertThat(writer.write(setBack.record(claim))).isEmpty();
        assertThat(store.verify().firstMisfit()).isNull();
    }

    @Test
    void ofEachValueOfEachTable() throws Exception {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            fill(store);
            Set<String> unnoticed = new TreeSet<>();
            int changes = changeEach(store, unnoticed);
            assertThat(unnoticed).isEqualTo(NOT_PROVED);
            assertThat(changes).isGreaterThan(150);
        }
    }

    private static int changeEach(TestStore store, Set<String> unnoticed) throws SQLException {
        int changes = 0;
        try (Connection connection = unchecked(store)) {
            for (Column column : columns(connection)) {
                for (String change : CHANGES.getOrDefault(column.type(), List.of())) {
                    changes += notice(store, connection, column, change.formatted(column.name()), unnoticed);
                }
            }
        }
        return changes;
    }

    private record Column(String table, String name, String type) {}

    private static Connection unchecked(TestStore store) throws SQLException {
        Connection connection = DriverManager.getConnection(store.url());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("PRAGMA synchronous = OFF");
        }
        return connection;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT t.name, c.name, c.type FROM sqlite_schema t, "
                        + "pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' "
                        + "AND t.name NOT LIKE 'flyway%' AND t.name <> 'write_probe'")) {
            List<Column> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(new Column(found.getString(1), found.getString(2), found.getString(3)));
            }
            return columns;
        }
    }

    /** Changes the last row that is changed by it, looks whether that is noticed, and puts the value back. */
    private static int notice(
            TestStore store, Connection connection, Column column, String change, Set<String> unnoticed)
            throws SQLException {
        Object before;
        String row;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT rowid, " + column.name() + " FROM " + column.table()
                        + " WHERE " + column.name() + " IS NOT (" + change + ") ORDER BY " + column.name()
                        + " IS NULL, rowid DESC LIMIT 1")) {
            if (!found.next()) {
                return 0;
            }
            row = found.getString(1);
            before = found.getObject(2);
        }
        String update = "UPDATE " + column.table() + " SET " + column.name() + " = ";
        if (!changed(connection, update + change + " WHERE rowid = " + row)) {
            return 0;
        }
        if (store.verify().intact()) {
            unnoticed.add(column.table() + "." + column.name());
        }
        String changedRow = column.type().equals("INTEGER") ? change.replace(column.name(), row) : row;
        try (PreparedStatement undo = connection.prepareStatement(update + "? WHERE rowid = " + changedRow)) {
            undo.setObject(1, before);
            assertThat(undo.executeUpdate()).as(update + change).isEqualTo(1);
        }
        return 1;
    }

    /** Whether the database lets somebody do it at all. */
    private static boolean changed(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql) == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain", "ruleset", "name_set", "name_set_member", "activation"})
    void ofARowThatIsTakenAway(String table) throws Exception {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            fill(store);
            store.executeAll(
                    "PRAGMA foreign_keys = OFF",
                    "DELETE FROM " + table + " WHERE rowid = (SELECT max(rowid) FROM " + table + ")");
            assertThat(store.verify().intact()).isFalse();
        }
    }

    @WithDatabaseServer
    @ParameterizedTest
    @EnumSource
    void ofTheSchema(Product product) throws Exception {
        List<String> edits = new ArrayList<>(List.of(
                "DROP INDEX record_verdict",
                "DROP INDEX record_service; CREATE INDEX record_service ON record (service)",
                product == Product.SQLITE
                        ? "CREATE TRIGGER t AFTER INSERT ON record BEGIN UPDATE record SET verdict = 'pass'; END"
                        : "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
                                + "CREATE TRIGGER t BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION f()",
                "ALTER TABLE record RENAME TO hidden; CREATE VIEW record AS SELECT * FROM hidden"));
        if (product == Product.SQLITE) {
            // The history of the migrations is not compared; a trigger may have its name.
            edits.add("CREATE TRIGGER flyway_schema_history AFTER INSERT ON record "
                    + "BEGIN UPDATE record SET verdict = 'pass'; END");
            edits.add("CREATE TRIGGER flyway_schema_history_s_idx AFTER INSERT ON record "
                    + "BEGIN UPDATE record SET verdict = 'pass'; END");
        }
        if (product == Product.POSTGRESQL) {
            edits.add("CREATE RULE r AS ON DELETE TO record DO INSTEAD NOTHING");
            edits.add("ALTER TABLE record ENABLE ROW LEVEL SECURITY");
        }
        for (String edit : edits) {
            try (TestStore store = TestStore.empty(product)) {
                fill(store);
                store.executeAll(edit.contains("TRIGGER") ? new String[] {edit} : edit.split(";"));
                assertThat(store.verify().intact()).as(edit).isFalse();
            }
        }
    }
}
