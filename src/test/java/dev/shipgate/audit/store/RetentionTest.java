package dev.shipgate.audit.store;

import static dev.shipgate.audit.store.TestStore.decision;
import static dev.shipgate.audit.store.TestStore.id;
import static dev.shipgate.audit.store.TestStore.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole days that are older than records are kept go, and the chain stays verifiable. */
class RetentionTest {

    private static final int DAYS = 30;

    /** More than are removed at once. */
    private static final int OLD = 1_200;

    private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
    private static final Instant FIRST_KEPT = NOW.truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);

    private static void write(GroupCommit writer, Instant at) throws Exception {
        writer.write(record(decision(id(at.toEpochMilli())), null));
    }

    private static void writeOldAndNew(TestStore store) throws Exception {
        GroupCommit writer = store.writer();
        ObjectNode oldest = decision(id(1));
        oldest.putObject("ruleset").put("version", TestStore.ruleset("b").version());
        writer.write(record(oldest, null));
        for (int i = 2; i < OLD; i++) {
            writer.write(record(decision(id(i)), null));
        }
        write(writer, FIRST_KEPT.minusMillis(1));
        write(writer, FIRST_KEPT);
        write(writer, NOW);
        writer.close();
    }

    private static void housekeep(TestStore store, int steps) throws Exception {
        try (Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            Housekeeping housekeeping = new Housekeeping(OptionalInt.of(DAYS));
            for (int step = 0; step < steps && (step == 0 || housekeeping.busy()); step++) {
                housekeeping.step(appender, NOW);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeDaysThatAreOlderGoAndTheRestVerifies(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            housekeep(store, Integer.MAX_VALUE);
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().decisions()).isEqualTo(2);
            assertThat(store.verify().first()).isEqualTo(id(FIRST_KEPT.toEpochMilli()));
            assertThat(store.reader.ruleset(TestStore.ruleset("a").version())).isPresent();
            assertThat(store.reader.ruleset(TestStore.ruleset("b").version())).isEmpty();

            write(store.writer(), NOW.plusMillis(1));
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().decisions()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAStopCutShortVerifiesAndIsBroughtToItsEnd(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            housekeep(store, 2);
            assertThat(store.verify().decisions()).isBetween(3L, (long) OLD);
            assertThat(store.verify().firstMisfit()).isNull();
            housekeep(store, Integer.MAX_VALUE);
            assertThat(store.verify().decisions()).isEqualTo(2);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordMoreThanTheCheckpointSaysIsMissed(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            writeOldAndNew(store);
            housekeep(store, Integer.MAX_VALUE);
            store.execute("DELETE FROM record WHERE position = " + (OLD + 1));
            assertThat(TestStore.misfit(store.verify()).reason()).isEqualTo(Reason.REMOVED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingGoesWhenNothingIsOldEnough(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            write(writer, FIRST_KEPT);
            writer.close();
            housekeep(store, Integer.MAX_VALUE);
            assertThat(store.verify().decisions()).isEqualTo(1);
            assertThat(store.verify().chains().get(0).records()).isEqualTo(1);
        }
    }
}
