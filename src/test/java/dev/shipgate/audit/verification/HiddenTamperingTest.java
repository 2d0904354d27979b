package dev.shipgate.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestActivation;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits that leave every record readable: they hide records from a person who looks for them, or from the walk. */
@BesideOthers
class HiddenTamperingTest {

    private static final int RECORDS = 10;
    private static final String ALL_COLUMNS = "previous_hash, hash, content, kind, service, environment, version, "
            + "verdict, caller, ruleset, rules, routes";

    private static final String COPY =
            "INSERT INTO activation (chain, position, ruleset, at_ms, caller, source, message) ";

    private static void assertFoundAfter(TestStore store, String... edits) {
        store.writerAfter(RECORDS);
        assertThat(store.verify().firstMisfit()).isNull();
        store.executeAll(edits);
        assertThat(store.verify().intact()).isFalse();
    }

    private static String forged(String chain, String position) {
        return "INSERT INTO record (chain, position, decision_id, " + ALL_COLUMNS + ") SELECT " + chain + ", "
                + position + ", NULL, " + ALL_COLUMNS + " FROM record WHERE position = 3";
    }

    /** A number column of SQLite takes all of these, and a driver reads most of them as 0. */
    @ParameterizedTest
    @ValueSource(strings = {"'x'", "x''", "x'3131'", "9.5", "1e30", "-1e30", "9e999", "-5", "0", "9223372036854775807"})
    void aPlaceThatIsNone(String position) {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            assertFoundAfter(store, forged("chain", position));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"777", "'x'", "x'31'"})
    void aChainThatIsNone(String chain) {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            assertFoundAfter(store, "PRAGMA foreign_keys = OFF", forged(chain, "11"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void anotherChainWithoutRecords(String id) {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            assertFoundAfter(store, "INSERT INTO chain (id, name) VALUES (" + id + ", 'other')");
        }
    }

    @WithDatabaseServer
    @Test
    void theChainOfAReplicaThatHasRecordedNothingHidesNoHead() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            store.writerAfter(RECORDS);
            String head = store.verify().headHash();
            store.executeAll("INSERT INTO chain (name) VALUES ('other')");

            assertThat(head).isNotNull();
            assertThat(store.verify().headHash()).isEqualTo(head);
            assertThat(store.verify().intact()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record SET position = CAST(position AS BLOB)",
                "record SET decision_id = CAST(decision_id AS TEXT)",
                "record SET kind = CAST(kind AS BLOB)",
                "record SET service = CAST(service AS BLOB)",
                "record SET environment = CAST(environment AS BLOB)",
                "record SET version = CAST(version AS BLOB)",
                "record SET verdict = CAST(verdict AS BLOB)",
                "record SET caller = CAST(caller AS BLOB)",
                "ruleset SET version = CAST(version AS BLOB)",
                "ruleset SET version = CAST(version AS BLOB), files = x'00'",
                "name_set SET names = CAST(names AS BLOB)",
                "name_set_member SET name_sha256 = CAST(name_sha256 AS TEXT)"
            })
    void aValueThatReadsTheSameAndThatNoQueryFinds(String update) {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            assertFoundAfter(store, "UPDATE " + update);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE activation SET caller = 'somebody else'",
                "UPDATE activation SET at_ms = at_ms + 1",
                "UPDATE activation SET source = 'activation'",
                "UPDATE activation SET message = NULL",
                "UPDATE activation SET source_commit = NULL",
                "UPDATE activation SET source_commit = '{}'",
                "UPDATE activation SET caller = CAST(caller AS BLOB)",
                "UPDATE activation SET position = 3",
                "UPDATE activation SET position = 12",
                "UPDATE activation SET position = 0",
                "DELETE FROM activation",
                "DROP TABLE activation",
                COPY + "SELECT chain, 12, ruleset, at_ms, caller, source, message FROM activation",
                COPY + "SELECT 777, position, ruleset, at_ms, caller, source, message FROM activation"
            })
    void anotherHistoryOfTheRules(String edit) throws Exception {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            TestActivation activation = TestActivation.of("published", Instant.parse("2026-11-25T10:00:00Z"));
            assertThat(store.writerAfter(RECORDS).write(activation.record())).isEmpty();
            assertThat(store.verify().firstMisfit()).isNull();
            store.executeAll("PRAGMA foreign_keys = OFF", edit);
            assertThat(store.verify().intact()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_service", "record_verdict", "record_routes"})
    void anIndexThatLacksItsRows(String index) {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            store.writerAfter(RECORDS);
            assertThat(store.verify().firstMisfit()).isNull();
            String column = index.substring("record_".length());
            store.executeAll(
                    "DROP INDEX " + index,
                    "CREATE INDEX " + index + " ON record (" + column + ", decision_id) WHERE kind = 'none'",
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_schema SET sql = 'CREATE INDEX " + index + " ON record (" + column
                            + ", decision_id)' WHERE name = '" + index + "'");
            assertThat(store.verify().intact()).isFalse();
        }
    }

    @WithDatabaseServer
    @ParameterizedTest
    @EnumSource
    void namesUnderANumberThatNoneHas(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(RECORDS);
            long rules = store.count("SELECT MAX(rules) FROM record");
            store.execute(
                    "INSERT INTO name_set (id, sha256, names) SELECT -1, ?, names FROM name_set WHERE id = " + rules,
                    new byte[] {1});
            store.execute("UPDATE record SET rules = -1 WHERE position = 4");
            assertThat(store.find(Filter.by(
                            filter -> filter.rule = TestDecision.at(1).rules.get(0))))
                    .hasSize(RECORDS - 1);
            assertThat(store.verify().intact()).isFalse();
        }
    }

    @WithDatabaseServer
    @ParameterizedTest
    @EnumSource
    void wordsBehindTheNames(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            assertFoundAfter(store, "UPDATE name_set SET names = names || ' []'");
        }
    }
}
