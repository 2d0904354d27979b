package dev.shipgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.audit.record.PastDecision;
import dev.shipgate.audit.record.PastDecisions;
import dev.shipgate.audit.record.PastDecisions.Unread;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions of the store that are evaluated again, on each database. */
@BesideOthers
@WithDatabaseServer
class RecordedDecisionsTest {

    private static PastDecisions newest(TestStore store, int last) {
        return new RecordedDecisions(store.reader)
                .newest(new DecisionSelection(null, "voice-agent", null, null, null, last));
    }

    private static List<UUID> readAll(PastDecisions decisions) {
        List<UUID> ids = new ArrayList<>();
        List<Unread> some = decisions.next();
        while (!some.isEmpty()) {
            some.stream().map(Unread::read).map(PastDecision::id).forEach(ids::add);
            some = decisions.next();
        }
        return ids;
    }

    /** The ids of decisions, from the newest to the oldest. */
    private static List<UUID> ids(int newest, int oldest) {
        return IntStream.iterate(newest, number -> number >= oldest, number -> number - 1)
                .mapToObj(TestDecision::id)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theNewestAreReadPageByPage(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(450);

            assertThat(newest(store, 1_000).total()).isEqualTo(450);
            assertThat(readAll(newest(store, 1_000))).isEqualTo(ids(450, 1));
            assertThat(newest(store, 420).total()).isEqualTo(420);
            assertThat(readAll(newest(store, 420))).isEqualTo(ids(450, 31));
        }
    }

    @ParameterizedTest
    @EnumSource
    void decisionsThatAreRecordedMeanwhileAreNoPart(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writerAfter(201);
            PastDecisions begun = newest(store, 1_000);
            PastDecisions waiting = newest(store, 1_000);
            assertThat(begun.next()).hasSize(200);

            TestStore.write(writer, TestDecision.at(500));

            assertThat(readAll(begun)).containsExactly(TestDecision.id(1));
            assertThat(readAll(waiting)).isEqualTo(ids(201, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void decisionsThatWereRemovedMeanwhileAreTold(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(203);
            PastDecisions decisions = newest(store, 1_000);
            store.execute("DELETE FROM record WHERE decision_id = ?", (Object) Ids.bytes(TestDecision.id(1)));
            store.execute("DELETE FROM record WHERE decision_id = ?", (Object) Ids.bytes(TestDecision.id(2)));

            assertThat(decisions.total()).isEqualTo(203);
            assertThat(decisions.next()).hasSize(200);
            assertThat(decisions.next().get(0).read().id()).isEqualTo(TestDecision.id(3));
            List<Unread> removed = decisions.next();
            assertThat(removed).hasSize(2);
            assertThatThrownBy(() -> removed.get(1).read())
                    .isInstanceOf(ContradictedRecordException.class)
                    .hasMessageStartingWith("A decision was removed before it was read.");
            assertThat(decisions.next()).isEmpty();
        }
    }
}
