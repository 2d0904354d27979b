package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.audit.verification.VerificationReport.ChainReport;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Replicas of the service share one PostgreSQL database. */
@BesideOthers
@WithDatabaseServer
class ReplicasTest {

    @Test
    void eachWritesAChainOfItsOwnAndAllAreVerifiedAndFound() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            GroupCommit one = store.writer();
            GroupCommit other = store.writer();
            TestStore.write(one, TestDecision.at(1));
            TestStore.write(other, TestDecision.at(2));
            TestStore.write(one, TestDecision.at(3));

            VerificationReport report = store.verify();
            assertThat(report.firstMisfit()).isNull();
            assertThat(report.decisions()).isEqualTo(3);
            assertThat(report.chains()).extracting(ChainReport::records).containsExactly(2L, 1L);
            assertThat(store.find(Filter.all())).containsExactly(id(3), id(2), id(1));
            assertThat(store.count("SELECT COUNT(*) FROM ruleset")).isEqualTo(1);
            assertThat(store.count("SELECT COUNT(*) FROM name_set")).isEqualTo(2);
        }
    }

    @Test
    void oneThatIsStartedAgainTakesUpAChainThatNobodyWrites() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            GroupCommit one = store.writer();
            GroupCommit other = store.writer();
            TestStore.write(one, TestDecision.at(1));
            TestStore.write(other, TestDecision.at(2));
            one.close();
            TestStore.write(store.writer(), TestDecision.at(3));

            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().chains()).hasSize(2);
            assertThat(store.stored(id(3)).chain())
                    .isEqualTo(store.stored(id(1)).chain());
            assertThat(store.stored(id(3)).position()).isEqualTo(2);
        }
    }

    @Test
    void noneIsRefusedBecauseAnotherRemovedNamesThatItRemembers() throws Exception {
        Instant now = Instant.parse("2026-11-25T15:00:00Z");
        try (TestStore store = TestStore.empty(Product.POSTGRESQL);
                Chain remembering = store.database.openChain();
                Chain removing = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(remembering);
            appender.append(List.of(TestDecision.at(1).record()));
            removeOld(appender, now);
            // The names that it remembers are forgotten with its own removals, but not with those of others.
            appender.append(List.of(TestDecision.at(2).record()));
            store.execute("DELETE FROM record WHERE decision_id = ?", Ids.bytes(id(2)));
            ChainAppender other = new ChainAppender(removing);
            TestDecision unlike = TestDecision.at(3);
            unlike.rulesetText = "b";
            unlike.rules = List.of("b");
            unlike.routes = List.of("b");
            other.append(List.of(unlike.record()));
            removeOld(other, now);
            assertThat(store.count("SELECT COUNT(*) FROM ruleset")).isZero();

            long firedBefore = firings(store);
            assertThat(appender.append(List.of(TestDecision.at(4).record()))).hasSize(1);

            assertThat(firings(store) - firedBefore)
                    .as("its two rules once each, though it was written twice")
                    .isEqualTo(2);
            assertThat(store.find(Filter.by(filter -> filter.route = "book_table")))
                    .containsExactly(id(4));
            assertThat(store.reader.ruleset(TestDecision.at(4).ruleset().version()))
                    .isPresent();
        }
    }

    private static long firings(TestStore store) throws SQLException {
        return store.count("SELECT SUM(fired) FROM rule_firing");
    }

    private static void removeOld(ChainAppender appender, Instant now) throws Exception {
        Housekeeping housekeeping = new Housekeeping(OptionalInt.of(1));
        do {
            housekeeping.step(appender, now);
        } while (housekeeping.busy());
    }

    @Test
    void newNamesOfBothDoNotStopEitherOfThem() throws Exception {
        long seed = new Random().nextLong();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TestStore store = TestStore.empty(Product.POSTGRESQL);
                Chain first = store.database.openChain();
                Chain second = store.database.openChain()) {
            List<ChainAppender> appenders = List.of(new ChainAppender(first), new ChainAppender(second));
            for (int round = 0; round < 20; round++) {
                List<Future<?>> commits = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    ChainAppender appender = appenders.get(i);
                    List<NewRecord> records = recordsWithNewNames(round, i, new Random(seed + 2L * round + i));
                    commits.add(threads.submit(() -> appender.append(records)));
                }
                for (Future<?> commit : commits) {
                    assertThat(commit).as("seed %d, round %d", seed, round).succeedsWithin(Duration.ofSeconds(20));
                }
            }
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().decisions()).isEqualTo(20 * 2 * 100);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same names for both, in an order that chance gives. */
    private static List<NewRecord> recordsWithNewNames(int round, int replica, Random random) {
        List<NewRecord> records = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            TestDecision decision = TestDecision.at(1 + round * 1_000L + replica * 500L + i);
            decision.routes = List.of("route " + round + " " + i);
            decision.rulesetText = "ruleset " + round + " " + i;
            records.add(decision.record());
        }
        return records;
    }
}
