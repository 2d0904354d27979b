package dev.shipgate.audit.store;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.read.RulesetHistory.StoredActivation;
import dev.shipgate.audit.store.record.IdempotencyKeys;
import dev.shipgate.audit.store.record.IdempotencyKeys.Taken;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records of an earlier version of Shipgate stay as they are, before a newer one writes there and afterwards. */
@BesideOthers
@WithDatabaseServer
class EarlierStoreTest {

    private static final int DECISIONS = 5;
    private static final Instant ACTIVATED = Instant.parse("2026-11-25T10:00:00Z");
    private static final long NEXT_CENTURY =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    private static final String KEY = IdempotencyKeys.stored("key", TestDecision.CALLER);

    private static TestStore recorded(String version) throws Exception {
        TestStore store = TestStore.empty(Product.SQLITE);
        GroupCommit writer = store.writer();
        if (!version.equals("1")) {
            assertThat(writer.write(
                            TestActivation.withoutCommit("published", ACTIVATED).record()))
                    .isEmpty();
        }
        for (int i = 1; i < DECISIONS; i++) {
            TestStore.write(writer, TestDecision.at(i));
        }
        TestDecision last = TestDecision.at(DECISIONS);
        last.idempotencyKey = "key";
        assertThat(writer.write(last.record(new IdempotencyClaim(KEY, new byte[] {1}, id(DECISIONS), 0, NEXT_CENTURY))))
                .isEmpty();
        return store;
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, 2", "SQLITE, 3", "POSTGRESQL, 1", "POSTGRESQL, 2", "POSTGRESQL, 3"})
    void isVerifiedReadAndGoneOnWith(Product product, String version) throws Exception {
        try (TestStore recorded = recorded(version);
                TestStore store = EarlierStore.of(recorded, product, version)) {
            String head = Objects.requireNonNull(recorded.verify().headHash());
            assertThat(store.verify(head))
                    .as("before anything newer writes there")
                    .isEqualTo(recorded.verify());

            GroupCommit writer = store.writer();
            assertThat(store.verify(head)).isEqualTo(recorded.verify());
            assertThat(writer.highestId()).contains(id(DECISIONS));
            assertReads(store, recorded);
            assertThat(new RulesetHistory(store.database).all())
                    .isEqualTo(new RulesetHistory(recorded.database).all())
                    .extracting(StoredActivation::at)
                    .isEqualTo(version.equals("1") ? List.of() : List.of(ACTIVATED));

            TestDecision next = TestDecision.at(DECISIONS + 1);
            next.evaluatedAt = Instant.ofEpochMilli(1);
            TestStore.write(writer, next);
            assertThat(store.reader.latest(Filter.all())).contains(id(DECISIONS + 1));
            assertThat(store.verify(head).firstMisfit()).isNull();
            assertThat(store.verify(head).decisions()).isEqualTo(DECISIONS + 1);
            assertReads(store, recorded);
        }
    }

    /** Byte for byte, with all that a replay needs. */
    private static void assertReads(TestStore store, TestStore recorded) {
        for (int i = 1; i <= DECISIONS; i++) {
            assertThat(store.line(id(i))).isEqualTo(recorded.line(id(i)));
            RecordedDecision decision = RecordedDecision.read(store.stored(id(i)));
            assertThat(new String(decision.request(), StandardCharsets.UTF_8)).isEqualTo(TestDecision.at(i).request);
            String rules = Objects.requireNonNull(decision.head().rulesetVersion());
            assertThat(store.reader.ruleset(rules)).hasValue(TestDecision.at(i).storedRuleset());
        }
        assertThat(store.reader.salt()).isEqualTo(recorded.reader.salt());
        assertThat(store.reader.idempotencyKey(KEY, NEXT_CENTURY - 1))
                .map(Taken::decisionId)
                .contains(id(DECISIONS));
        assertThat(store.find(Filter.by(filter -> filter.to = Instant.ofEpochMilli(3))))
                .contains(id(2), id(1))
                .doesNotContain(id(3));
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, 2", "POSTGRESQL, 2"})
    void aChangeIsFoundBeforeAnythingNewerWritesThereToo(Product product, String version) throws Exception {
        try (TestStore recorded = recorded(version);
                TestStore store = EarlierStore.of(recorded, product, version)) {
            store.execute("UPDATE record SET verdict = 'block' WHERE decision_id = ?", Ids.bytes(id(2)));

            assertThat(store.verify().intact()).isFalse();
            try (GroupCommit writer = store.writer()) {
                assertThat(writer.available()).isTrue();
                assertThat(store.verify().intact()).isFalse();
            }
        }
    }
}
