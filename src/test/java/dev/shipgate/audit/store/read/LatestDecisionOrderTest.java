package dev.shipgate.audit.store.read;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestActivation;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.read.RulesetHistory.StoredActivation;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.store.write.WriteFailedException;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision that came last is told by the chains, and not by clocks that ran ahead or were set back. */
@BesideOthers
@WithDatabaseServer
class LatestDecisionOrderTest {

    private static final Instant AHEAD = Instant.parse("2027-11-25T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static TestDecision block(long millis) {
        TestDecision decision = TestDecision.at(millis);
        decision.verdict = "block";
        return decision;
    }

    /** A decision whose id had to stay ahead of the clock. */
    private static TestDecision setBack(long idMillis, long evaluatedMillis) {
        TestDecision decision = TestDecision.at(idMillis);
        decision.evaluatedAt = Instant.ofEpochMilli(evaluatedMillis);
        return decision;
    }

    private static void writeActivation(GroupCommit writer, String rules, Instant at) {
        try {
            assertThat(writer.write(TestActivation.of(rules, at).record())).isEmpty();
        } catch (WriteFailedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDecisionThatWasWrittenLastIsTheLatest(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            TestStore.write(writer, TestDecision.at(1_000));
            TestStore.write(writer, block(10));
            TestDecision other = TestDecision.at(2_000);
            other.version = "other";
            TestStore.write(writer, other);

            assertThat(store.reader.latest(Filter.by(filter -> filter.version = "2026.11.23-1")))
                    .contains(id(10));
            assertThat(store.reader.latest(Filter.by(filter -> filter.version = "none")))
                    .isEmpty();
        }
    }

    @Test
    void ofSeveralReplicasTheLastOneCountsThoughItsClockIsBehind() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            GroupCommit ahead = store.writer();
            GroupCommit behind = store.writer();
            TestStore.write(behind, TestDecision.at(5));
            TestStore.write(ahead, TestDecision.at(1_000_000));
            TestStore.write(behind, block(10));
            assertThat(store.reader.latest(Filter.all())).contains(id(10));

            TestStore.write(ahead, TestDecision.at(1_000_001));
            assertThat(store.reader.latest(Filter.all())).contains(id(1_000_001));
            assertThat(store.verify().firstMisfit()).isNull();

            store.execute("UPDATE record SET sequence = 99 WHERE decision_id = ?", Ids.bytes(id(10)));
            assertThat(store.verify().intact()).isFalse();
        }
    }

    @Test
    void whatWasWrittenBeforeThereWasASequenceComesBeforeWhatHasOne() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            GroupCommit one = store.writer();
            GroupCommit other = store.writer();
            TestStore.write(one, TestDecision.at(3));
            TestStore.write(other, TestDecision.at(2));
            TestStore.write(other, TestDecision.at(1));
            store.execute("UPDATE record SET sequence = NULL WHERE decision_id <> ?", Ids.bytes(id(1)));
            assertThat(store.reader.latest(Filter.all())).contains(id(1));
            store.execute("UPDATE record SET sequence = NULL");
            assertThat(store.reader.latest(Filter.all())).contains(id(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriterKnowsTheHighestIdOfAllChains(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            assertThat(store.writerAfter(3).highestId()).isEmpty();
            try (TestStore again = store.restarted()) {
                assertThat(again.writer().highestId()).contains(id(3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTimeThatTheIdDoesNotSayIsToldAndFound(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            TestStore.write(writer, TestDecision.at(10));
            TestStore.write(writer, TestDecision.at(1_000));
            TestStore.write(writer, setBack(1_001, 20));
            TestStore.write(writer, setBack(1_002, 30));
            TestStore.write(writer, TestDecision.at(2_000));

            assertThat(store.reader.rows(Filter.all(), 9))
                    .extracting(row -> row.evaluatedAt().toEpochMilli())
                    .containsExactly(2_000L, 30L, 20L, 1_000L, 10L);
            assertThat(between(store, null, 20L)).containsExactly(id(10));
            assertThat(between(store, null, 25L)).containsExactly(id(1_001), id(10));
            assertThat(between(store, 20L, 30L)).containsExactly(id(1_001));
            assertThat(between(store, 30L, null)).containsExactly(id(2_000), id(1_002), id(1_000));
            assertThat(between(store, 1_000L, 2_000L)).containsExactly(id(1_000));
            assertThat(between(store, 1_000L, 2_001L)).containsExactly(id(2_000), id(1_000));
            assertThat(store.verify().firstMisfit()).isNull();

            for (String edit : List.of("NULL WHERE evaluated_at_ms = 20", "10 WHERE evaluated_at_ms IS NULL")) {
                store.execute("UPDATE record SET evaluated_at_ms = " + edit);
                assertThat(store.verify().firstMisfit()).as(edit).isNotNull();
            }
        }
    }

    private static List<UUID> between(TestStore store, @Nullable Long from, @Nullable Long to) {
        return store.find(Filter.by(filter -> {
            filter.from = from == null ? null : Instant.ofEpochMilli(from);
            filter.to = to == null ? null : Instant.ofEpochMilli(to);
        }));
    }

    @ParameterizedTest
    @EnumSource
    void rulesThatBecameActiveLastComeFirst(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            writeActivation(writer, "ahead", AHEAD);
            writeActivation(writer, "now", NOW);
            assertThat(new RulesetHistory(store.database).all())
                    .extracting(StoredActivation::at)
                    .containsExactly(NOW, AHEAD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsAreToldAsTheyWereWrittenPageByPage(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            List<GroupCommit> writers =
                    product == Product.SQLITE ? List.of(store.writer()) : List.of(store.writer(), store.writer());
            List<Instant> written = IntStream.range(0, 5)
                    .mapToObj(i -> (i % 2 == 0 ? AHEAD : NOW).plusSeconds(i))
                    .toList();
            IntStream.range(0, 5)
                    .forEach(i -> writeActivation(writers.get(i % writers.size()), "rules " + i, written.get(i)));
            EventReader events = new EventReader(store.database);
            EventFilter all = new EventFilter(null, null, null, null, null);

            EventReader.Page page = events.newest(all, 2);
            assertThat(times(page.events())).containsExactly(written.get(4), written.get(3));
            page = events.newest(all.before(EventFilter.EventCursor.parse(String.valueOf(page.next()))), 9);
            assertThat(page.next()).isNull();
            assertThat(times(page.events())).containsExactly(written.get(2), written.get(1), written.get(0));
            assertThat(times(events.newest(new EventFilter(null, null, NOW, AHEAD, null), 9)
                            .events()))
                    .containsExactly(written.get(3), written.get(1));
            assertThat(events.newest(new EventFilter(null, "nobody", null, null, null), 9)
                            .events())
                    .isEmpty();
            assertThat(events.newest(new EventFilter(EventKinds.REFUSED, null, null, null, null), 9)
                            .events())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRangeWithoutEventsReadsABoundedPartAndSaysWhereToGoOn(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            IntStream.range(0, 5).forEach(i -> writeActivation(writer, "rules " + i, NOW.plusSeconds(i)));
            EventReader events = new EventReader(store.database, 1, 3);
            EventFilter onlyTheFirst = new EventFilter(null, null, null, NOW.plusSeconds(1), null);

            EventReader.Page page = events.newest(onlyTheFirst, 9);
            assertThat(page.events()).isEmpty();
            page = events.newest(onlyTheFirst.before(Objects.requireNonNull(page.next())), 9);
            assertThat(times(page.events())).containsExactly(NOW);
            assertThat(page.next()).isNull();
        }
    }

    private static List<Instant> times(List<EventReader.Event> events) {
        return events.stream()
                .map(event ->
                        new String(Zstandard.text(event.record().content()), java.nio.charset.StandardCharsets.UTF_8))
                .map(text -> Instant.parse(text.replaceAll(".*\"at\":\"([^\"]*)\".*", "$1")))
                .toList();
    }
}
