package dev.shipgate.audit.store.record;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.IdempotencyKeys.Taken;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An idempotency key stands for one decision until it expires, on each database. */
@BesideOthers
@WithDatabaseServer
class IdempotencyKeysTest {

    private static final long TTL_MILLIS = 1_000;

    private static NewRecord claiming(String key, long decision, long nowMillis) {
        TestDecision made = TestDecision.at(decision);
        made.idempotencyKey = key;
        return made.record(new IdempotencyClaim(
                stored(key), new byte[] {(byte) decision}, id(decision), nowMillis, nowMillis + TTL_MILLIS));
    }

    /** A key as the store knows it. */
    private static String stored(String key) {
        return IdempotencyKeys.stored(key, TestDecision.CALLER);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyStandsForItsFirstDecisionUntilItExpires(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            assertThat(writer.write(claiming("key", 1, 10_000))).isEmpty();
            assertThat(writer.write(claiming("key", 2, 10_999))).contains(id(1));
            assertThat(writer.write(claiming("other", 3, 10_999))).isEmpty();

            Taken taken = store.reader.idempotencyKey(stored("key"), 10_999).orElseThrow();
            assertThat(taken.decisionId()).isEqualTo(id(1));
            assertThat(taken.requestHash()).isEqualTo(new byte[] {1});
            assertThat(store.reader.idempotencyKey(stored("key"), 11_000)).isEmpty();
            assertThat(store.reader.idempotencyKey(stored("Key"), 10_999)).isEmpty();
            assertThat(store.find(Filter.all())).containsExactly(id(3), id(1));

            assertThat(writer.write(claiming("key", 4, 11_000))).isEmpty();
            assertThat(store.reader
                            .idempotencyKey(stored("key"), 11_000)
                            .orElseThrow()
                            .decisionId())
                    .isEqualTo(id(4));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoTakeOneKeyAtOnceOneDecides(Product product) throws Exception {
        int rounds = 20;
        int callers = 16;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (TestStore store = TestStore.empty(product)) {
            // Replicas know nothing of each other but through the database; SQLite has one writer alone.
            List<GroupCommit> writers =
                    product == Product.POSTGRESQL ? List.of(store.writer(), store.writer()) : List.of(store.writer());
            for (int round = 0; round < rounds; round++) {
                List<Optional<UUID>> outcomes = atOnce(threads, writers, callers, round);
                assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(1);
                UUID decided = store.reader
                        .idempotencyKey(stored("key " + round), 1)
                        .orElseThrow()
                        .decisionId();
                assertThat(outcomes.stream().flatMap(Optional::stream).distinct())
                        .containsExactly(decided);
            }
            assertThat(store.verify().decisions()).isEqualTo(rounds);
            assertThat(store.verify().firstMisfit()).isNull();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Optional<UUID>> atOnce(
            ExecutorService threads, List<GroupCommit> writers, int callers, int round) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<UUID>>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            GroupCommit writer = writers.get(i % writers.size());
            NewRecord record = claiming("key " + round, round * 100L + i + 1, 1);
            answers.add(threads.submit(() -> {
                start.await();
                return writer.write(record);
            }));
        }
        start.countDown();
        List<Optional<UUID>> outcomes = new ArrayList<>();
        for (Future<Optional<UUID>> answer : answers) {
            outcomes.add(answer.get());
        }
        return outcomes;
    }
}
