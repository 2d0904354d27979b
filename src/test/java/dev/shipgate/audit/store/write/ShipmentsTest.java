package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestShipment.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestShipment;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.read.ShippedReader;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.context.MarkedRelease;
import dev.shipgate.releases.ShippedFilter;
import dev.shipgate.releases.ShippedMark;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Releases that shipped, in the table by which they are found, on each database. */
@BesideOthers
@WithDatabaseServer
class ShipmentsTest {

    private static List<Optional<UUID>> append(TestStore store, ShippedMark... marks) throws SQLException {
        List<NewRecord> records = new ArrayList<>();
        for (ShippedMark mark : marks) {
            records.add(TestShipment.record(mark));
        }
        try (Chain chain = store.database.openChain()) {
            return new ChainAppender(chain).append(records);
        }
    }

    private static List<UUID> last(TestStore store, @Nullable String service, @Nullable String environment) {
        return new ShippedReader(store.database)
                .last(service, environment, 10).stream()
                        .map(MarkedRelease::decisionId)
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theLastOnesOfAServiceAndAnEnvironmentAreFoundNewestFirst(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            append(
                    store,
                    mark("voice-agent", "production", 5),
                    mark("voice-agent", "production", 3),
                    mark("voice-agent", "staging", 6),
                    mark("voice-agent", null, 7),
                    mark(null, null, 8),
                    mark(null, "production", 9));
            append(store, mark("voice-agent", "production", 4));

            assertThat(last(store, "voice-agent", "production"))
                    .containsExactly(TestDecision.id(4), TestDecision.id(3), TestDecision.id(5));
            assertThat(last(store, "voice-agent", null)).containsExactly(TestDecision.id(7));
            assertThat(last(store, null, null)).containsExactly(TestDecision.id(8));
            assertThat(last(store, null, "production")).containsExactly(TestDecision.id(9));
            assertThat(last(store, "voice", "agentproduction")).isEmpty();
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseThatIsMarkedOftenPushesNoOtherOneOut(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            append(store, mark("voice-agent", "production", "1.0", 1), mark("voice-agent", "production", null, 2));
            ShippedMark[] often = new ShippedMark[1_200];
            Arrays.setAll(often, i -> mark("voice-agent", "production", "1.1", i + 3));
            append(store, often);

            assertThat(last(store, "voice-agent", "production"))
                    .containsExactly(
                            TestDecision.id(1_202),
                            TestDecision.id(1_201),
                            TestDecision.id(1_200),
                            TestDecision.id(1_199),
                            TestDecision.id(1_198),
                            TestDecision.id(2),
                            TestDecision.id(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theyAreReadAsTheyWereMarkedAndFiltered(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            ShippedMark first = mark("voice-agent", "production", null, 1);
            ShippedMark second = mark("voice-agent", "staging", 2);
            ShippedMark third = mark("waitlist", "production", 3);
            append(store, first, second, third);
            ShippedReader reader = new ShippedReader(store.database);

            assertThat(reader.newest(new ShippedFilter(null, null, null), 10)).containsExactly(third, second, first);
            assertThat(reader.newest(new ShippedFilter("voice-agent", null, null), 10))
                    .containsExactly(second, first);
            assertThat(reader.newest(new ShippedFilter(null, "production", third.decisionId()), 10))
                    .containsExactly(first);
            assertThat(reader.newest(new ShippedFilter(null, null, null), 1)).containsExactly(third);
            assertThat(reader.find(second.decisionId())).contains(second);
            assertThat(reader.find(TestDecision.id(4))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondMarkOfADecisionIsNotAppendedInWhicheverCommit(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            ShippedMark mark = mark("voice-agent", "production", 1);
            Optional<UUID> standing = Optional.of(mark.decisionId());
            assertThat(append(store, mark, mark, mark("voice-agent", "production", 2)))
                    .containsExactly(Optional.empty(), standing, Optional.empty());
            assertThat(append(store, mark)).containsExactly(standing);
            assertThat(store.count("SELECT COUNT(*) FROM record")).isEqualTo(2);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseThatPassedIsInTheCommitOfItsDecision(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            DecisionRecord plain = (DecisionRecord) TestDecision.at(1).record();
            ShippedMark mark = mark("voice-agent", "production", 1);
            try (Chain chain = store.database.openChain()) {
                new ChainAppender(chain)
                        .append(List.of(new DecisionRecord(
                                plain.content(), plain.index(), null, List.of(), TestShipment.record(mark))));
            }
            assertThat(store.count("SELECT COUNT(*) FROM record WHERE kind = 'release_shipped' AND position = 2"))
                    .isEqualTo(1);
            assertThat(last(store, "voice-agent", "production")).containsExactly(mark.decisionId());
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void retentionLeavesWhatLaterReleasesAreComparedWith(Product product) throws Exception {
        Instant now = Instant.ofEpochMilli(0).plus(Duration.ofDays(100));
        try (TestStore store = TestStore.empty(product)) {
            try (Chain chain = store.database.openChain()) {
                ChainAppender appender = new ChainAppender(chain);
                for (int i = 1; i <= 12; i++) {
                    appender.append(List.of(
                            TestDecision.at(i).record(), TestShipment.record(mark("voice-agent", "production", i))));
                }
                appender.append(List.of(TestShipment.record(mark("waitlist", null, 13))));
                appender.append(List.of(TestDecision.at(now.toEpochMilli()).record()));
                Housekeeping housekeeping = new Housekeeping(OptionalInt.of(30), 2);
                do {
                    housekeeping.step(appender, now);
                } while (housekeeping.busy());
            }
            assertThat(store.count("SELECT COUNT(*) FROM record WHERE kind = 'release_shipped'"))
                    .isZero();
            assertThat(last(store, "voice-agent", "production"))
                    .containsExactly(TestDecision.id(12), TestDecision.id(11));
            assertThat(last(store, "waitlist", null)).containsExactly(TestDecision.id(13));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    private static String misfit(TestStore store) {
        return Objects.requireNonNull(store.verify().firstMisfit()).detail();
    }

    @ParameterizedTest
    @EnumSource
    void aChangedListIsFound(Product product) throws Exception {
        String[] changes = {
            "UPDATE shipped_release SET measurements = '{}'",
            "UPDATE shipped_release SET version = '2.0'",
            "UPDATE shipped_release SET service = 'waitlist'",
            "UPDATE shipped_release SET at_ms = at_ms + 1",
            "UPDATE shipped_release SET position = position + 7",
            "UPDATE shipped_release SET sequence = sequence + 1"
        };
        for (String change : changes) {
            try (TestStore store = TestStore.empty(product)) {
                append(store, mark("voice-agent", "production", 1));
                store.execute(change);
                assertThat(misfit(store))
                        .as(change)
                        .startsWith("That a release shipped by the decision 0000000000017000")
                        .endsWith("is not what any event says.");
            }
        }
        try (TestStore store = TestStore.empty(product)) {
            append(store, mark("voice-agent", "production", 1));
            store.execute("DELETE FROM shipped_release");
            assertThat(misfit(store)).isEqualTo("A release that shipped is missing in the list of shipped releases.");
        }
    }
}
