package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestActivation;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.read.RulesetHistory;
import dev.shipgate.audit.store.read.RulesetHistory.StoredActivation;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole days that are older than records are kept go, and the chain stays verifiable, on each database. */
@BesideOthers
@WithDatabaseServer
class RetentionTest {

    /** More than go at once. */
    private static final int OLD = 1_200;

    private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
    private static final Instant FIRST_KEPT = Instant.parse("2026-10-26T00:00:00Z");

    private final Housekeeping housekeeping = new Housekeeping(OptionalInt.of(30));

    private static TestDecision at(Instant at) {
        return TestDecision.at(at.toEpochMilli());
    }

    /** Old ones, the last of which are under a ruleset, rules and routes of their own, and three that stay. */
    private static void writeOldAndNew(TestStore store) throws SQLException {
        try (Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            appender.append(LongStream.range(1, OLD)
                    .mapToObj(i -> TestDecision.at(i).record())
                    .toList());
            TestDecision last = at(FIRST_KEPT.minusMillis(1));
            last.rulesetText = "removed";
            last.rules = List.of("removed rule");
            last.routes = List.of("removed route", "book_table");
            appender.append(List.of(last.record()));
            appender.append(List.of(at(FIRST_KEPT).record()));
            // Made before the day that is kept, but recorded after its first: it stays until that one goes.
            appender.append(List.of(at(FIRST_KEPT.minusMillis(2)).record()));
            appender.append(List.of(at(NOW).record()));
        }
    }

    private void housekeep(TestStore store, Instant now, int steps) throws SQLException {
        try (Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            int step = 0;
            do {
                housekeeping.step(appender, now);
                step++;
            } while (housekeeping.busy() && step < steps);
        }
    }

    private void removeAll(TestStore store) throws SQLException {
        housekeep(store, NOW, Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOlderGoesAndTheRestVerifies(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            removeAll(store);

            VerificationReport report = store.verify();
            assertThat(report.firstMisfit()).isNull();
            assertThat(report.decisions()).isEqualTo(3);
            assertThat(store.find(Filter.all()))
                    .containsExactly(
                            id(NOW.toEpochMilli()), id(FIRST_KEPT.toEpochMilli()), id(FIRST_KEPT.toEpochMilli() - 2));
            assertThat(report.chains().get(0).records()).isEqualTo(4);
            assertThat(report.chains().get(0).headPosition()).isEqualTo(OLD + 4);

            TestStore.write(store.writer(), at(NOW.plusMillis(1)));
            assertThat(store.verify(report.chains().get(0).headHash()).firstMisfit())
                    .isNull();
            assertThat(store.verify().decisions()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNoDecisionRefersToGoesAsWell(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            TestDecision removed = TestDecision.at(1);
            removed.rulesetText = "removed";
            assertThat(store.reader.ruleset(removed.ruleset().version())).isPresent();
            assertThat(store.find(Filter.by(filter -> filter.route = "removed route")))
                    .hasSize(1);

            removeAll(store);

            assertThat(store.reader.ruleset(removed.ruleset().version())).isEmpty();
            assertThat(store.reader.ruleset(TestDecision.at(1).ruleset().version()))
                    .isPresent();
            assertThat(store.count("SELECT COUNT(*) FROM name_set")).isEqualTo(2);
            assertThat(store.count("SELECT COUNT(*) FROM name_set_member")).isEqualTo(3);
            assertThat(store.find(Filter.by(filter -> filter.route = "book_table")))
                    .hasSize(3);
            assertThat(store.reader.ruleActivity()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRulesetThatWasEverActiveStaysWithWhoMadeItSo(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestActivation activation = TestActivation.of("removed", Instant.parse("2026-09-01T10:00:00Z"));
            try (Chain chain = store.database.openChain()) {
                new ChainAppender(chain).append(List.of(activation.record()));
            }
            writeOldAndNew(store);
            removeAll(store);

            assertThat(store.count("SELECT COUNT(*) FROM record WHERE kind = 'ruleset_activated'"))
                    .isZero();
            assertThat(store.reader.ruleset(activation.version())).isPresent();
            RulesetHistory history = new RulesetHistory(store.database);
            assertThat(history.all())
                    .containsExactly(new StoredActivation(
                            activation.version(),
                            activation.at(),
                            TestActivation.CALLER,
                            "publication",
                            "why",
                            TestActivation.COMMIT));
            assertThat(history.of(activation.version())).isEqualTo(history.all());
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRemovalThatWasCutShortVerifiesAndIsCompletedLater(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            housekeep(store, NOW, 2);
            assertThat(store.verify().firstMisfit()).isNull();
            // A record that has not gone yet can still be found, so it is looked at.
            assertThat(store.verify().decisions()).isEqualTo(OLD + 3 - 500);
            assertThat(store.count("SELECT COUNT(*) FROM record WHERE decision_id IS NOT NULL"))
                    .isEqualTo(OLD + 3 - 500);

            // In the same process, after the database was gone.
            housekeep(store, NOW, 2);
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.count("SELECT COUNT(*) FROM record WHERE decision_id IS NOT NULL"))
                    .isEqualTo(OLD + 3 - 1_000);

            try (TestStore again = store.restarted()) {
                new RetentionTest().removeAll(again);
                assertThat(again.verify().firstMisfit()).isNull();
                assertThat(again.verify().decisions()).isEqualTo(3);
                assertThat(again.count("SELECT COUNT(*) FROM record WHERE kind = 'retention'"))
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingCanBePutIntoThePlaceOfWhatWasRemoved(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            String noted = store.verify().chains().get(0).headHash();
            removeAll(store);
            for (int position : new int[] {-1, 1, OLD - 1, OLD}) {
                store.execute(
                        "INSERT INTO record (chain, position, previous_hash, hash, content, kind, decision_id, "
                                + "service, environment, version, verdict, caller, ruleset, rules, routes) SELECT chain, "
                                + position
                                + ", previous_hash, hash, content, kind, ?, service, environment, version, verdict, "
                                + "caller, ruleset, rules, routes FROM record WHERE position = " + (OLD + 1),
                        Ids.bytes(id(7)));
                assertThat(store.find(Filter.all())).contains(id(7));
                assertThat(store.verify().intact()).as("at " + position).isFalse();
                store.execute("DELETE FROM record WHERE position = " + position);
            }
            assertThat(store.verify(noted).firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNotedHashOfTheLastRecordThatWasRemovedIsStillKnown(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(3);
            String noted = store.verify().chains().get(0).headHash();
            try (TestStore again = store.restarted()) {
                removeAll(again);
                assertThat(again.verify().decisions()).isZero();
                assertThat(again.verify(noted).firstMisfit()).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDayGoesInItsTurn(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            for (int days = 0; days <= 32; days++) {
                housekeep(store, NOW.plus(Duration.ofDays(days)), Integer.MAX_VALUE);
                assertThat(store.verify().firstMisfit()).isNull();
            }
            assertThat(store.verify().decisions()).isZero();
            // The newest checkpoint names the removed record from which the chain goes on.
            TestStore.write(store.writer(), at(NOW.plus(Duration.ofDays(33))));
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().decisions()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingGoesWhileNothingIsOldEnough(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writer(), at(FIRST_KEPT));
            try (TestStore again = store.restarted()) {
                removeAll(again);
                assertThat(again.verify().chains().get(0).records()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysGoWhenTheyExpireAndWithTheDecisionThatTheyStandFor(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            long now = NOW.toEpochMilli();
            try (Chain chain = store.database.openChain()) {
                ChainAppender appender = new ChainAppender(chain);
                appender.append(List.of(claiming("expired", now + 1, now), claiming("lives", now + 2, now + 1)));
            }
            store.execute(
                    "INSERT INTO idempotency_key (idempotency_key, request_hash, decision_id, expires_at_ms) "
                            + "VALUES ('outlives its decision', ?, ?, ?)",
                    new byte[] {1},
                    Ids.bytes(id(1)),
                    now + 1_000_000);

            removeAll(store);

            assertThat(store.count("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(1);
            assertThat(store.reader.idempotencyKey("lives", now)).isPresent();
        }
    }

    private static NewRecord claiming(String key, long decision, long expiresAtMillis) {
        return TestDecision.at(decision)
                .record(new IdempotencyClaim(key, new byte[] {1}, id(decision), expiresAtMillis - 1, expiresAtMillis));
    }

    @Test
    void nothingIsRemovedBecauseOfANumberThatMeansNothing() {
        for (int days : new int[] {0, -1}) {
            assertThatThrownBy(() -> new Housekeeping(OptionalInt.of(days)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("shipgate.audit.retention-days must be 1 or more, but is " + days);
        }
    }
}
