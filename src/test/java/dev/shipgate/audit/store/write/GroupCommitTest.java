package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One writer records for all callers, on each database. */
@BesideOthers
@WithDatabaseServer
class GroupCommitTest {

    @ParameterizedTest
    @EnumSource
    void callersShareCommitsAndNoPositionIsLeftOut(Product product) throws Exception {
        long callers = 32;
        long each = 100;
        ExecutorService threads = Executors.newFixedThreadPool((int) callers);
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            for (Future<?> caller : LongStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        for (int i = 1; i <= each; i++) {
                            TestStore.write(writer, TestDecision.at(caller * 1_000 + i));
                        }
                    }))
                    .toList()) {
                caller.get();
            }

            VerificationReport report = store.verify();
            assertThat(report.firstMisfit()).isNull();
            assertThat(report.decisions()).isEqualTo(callers * each);
            assertThat(report.chains().get(0).headPosition()).isEqualTo(callers * each);
            assertThat(store.count("SELECT COUNT(DISTINCT decision_id) FROM record"))
                    .isEqualTo(callers * each);
            assertThat(store.commits.get()).isBetween(1, (int) (callers * each / 2));
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChainGoesOnAfterARestart(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(3);
            VerificationReport before = store.verify();
            try (TestStore again = store.restarted()) {
                TestStore.write(again.writer(), TestDecision.at(4));
                VerificationReport after = again.verify(before.chains().get(0).headHash());
                assertThat(after.firstMisfit()).isNull();
                assertThat(after.chains()).hasSize(1);
                assertThat(after.chains().get(0).chain())
                        .isEqualTo(before.chains().get(0).chain());
                assertThat(again.stored(id(4)).position()).isEqualTo(4);
                assertThat(again.stored(id(4)).previousHash())
                        .isEqualTo(again.stored(id(3)).hash());
            }
        }
    }

    /** A write that fails where nobody expects it must neither be answered nor end the writer. */
    @ParameterizedTest
    @EnumSource
    void anErrorRefusesWhatItConcernsAndTheWriterGoesOn(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writerAfter(1);
            TestDecision bad = TestDecision.at(2);
            bad.rulesetText = "of which nobody knows yet";
            bad.rulesetFiles = () -> {
                throw new StackOverflowError("as on a writer that is out of memory");
            };

            assertThatThrownBy(() -> writer.write(bad.record()))
                    .isInstanceOfSatisfying(
                            WriteFailedException.class,
                            refused ->
                                    assertThat(refused.refusal()).isEqualTo(WriteFailedException.Refusal.UNAVAILABLE));
            await().atMost(Duration.ofSeconds(10)).until(writer::available);
            TestStore.write(writer, TestDecision.at(3));
            assertThat(store.find(Filter.all())).containsExactly(id(3), id(1));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenAfterTheEndIsRefused(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writerAfter(1);
            writer.close();
            assertThatThrownBy(() -> writer.write(TestDecision.at(2).record()))
                    .isInstanceOfSatisfying(
                            WriteFailedException.class,
                            refused ->
                                    assertThat(refused.refusal()).isEqualTo(WriteFailedException.Refusal.UNAVAILABLE));
            assertThat(store.find(Filter.all())).containsExactly(id(1));
        }
    }
}
