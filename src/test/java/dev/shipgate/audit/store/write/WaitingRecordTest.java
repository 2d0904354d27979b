package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.write.WriteFailedException.Refusal;
import dev.shipgate.testing.BesideOthers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the store takes its time, so many records wait, and each so long. */
@BesideOthers
class WaitingRecordTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestStore store = TestStore.empty(Product.SQLITE);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch disk = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        disk.countDown();
        callers.shutdownNow();
        store.close();
    }

    /** A record that the writer is busy with until the disk is there. */
    private NewRecord slow() {
        TestDecision decision = TestDecision.at(1);
        decision.rulesetFiles = () -> {
            begun.countDown();
            try {
                disk.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return decision.storedRuleset();
        };
        return decision.record();
    }

    private static Refusal refused(GroupCommit writer, NewRecord record) {
        return catchThrowableOfType(WriteFailedException.class, () -> writer.write(record))
                .refusal();
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndThoseThatWaitAreRecorded() throws Exception {
        GroupCommit writer = store.writer(1, LONG);
        Future<Optional<UUID>> busy = callers.submit(() -> writer.write(slow()));
        begun.await();
        Future<Optional<UUID>> waits =
                callers.submit(() -> writer.write(TestDecision.at(2).record()));
        await().atMost(LONG).until(() -> writer.waiting() == 1);

        assertThat(refused(writer, TestDecision.at(3).record())).isEqualTo(Refusal.QUEUE_FULL);

        disk.countDown();
        assertThat(busy.get()).isEmpty();
        assertThat(waits.get()).isEmpty();
        assertThat(store.find(Filter.all())).containsExactly(id(2), id(1));
        assertThat(store.verify().firstMisfit()).isNull();
    }

    @Test
    void afterOneThatWaitedTooLongNoOtherWaitsUntilTheStoreAnswers() {
        GroupCommit writer = store.writer(10, Duration.ofMillis(200));

        assertThat(refused(writer, slow())).isEqualTo(Refusal.TIMEOUT);
        assertThat(writer.available()).isFalse();
        assertThat(refused(writer, TestDecision.at(2).record())).isEqualTo(Refusal.UNAVAILABLE);

        disk.countDown();
        await().atMost(LONG).until(writer::available);
        // On a busy machine a record may take longer than this writer waits.
        AtomicInteger last = new AtomicInteger(2);
        await().atMost(LONG)
                .ignoreException(WriteFailedException.class)
                .until(() -> writer.write(
                                TestDecision.at(last.incrementAndGet()).record())
                        .isEmpty());
        assertThat(store.find(Filter.all())).contains(id(last.get())).doesNotContain(id(2));
        assertThat(store.verify().firstMisfit()).isNull();
    }
}
