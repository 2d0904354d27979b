package dev.shipgate.audit.store.write;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.LatestDictionary;
import dev.shipgate.audit.store.record.Link;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import dev.shipgate.hash.Sha256;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dictionaries that records were compressed with are in their own database, as long as one of the records is. */
@BesideOthers
@WithDatabaseServer
class StoredDictionariesTest {

    private static final int OF_A_DAY = 20;
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Nothing that compresses well by itself, and the same in all records. */
    private static final String IN_COMMON = new Random(1)
            .ints(4_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** Decisions of the days 0 and 1 after 1970, of which the last ones of each are compressed with a dictionary. */
    private static void write(TestStore store) throws SQLException {
        write(store, IN_COMMON);
    }

    private static void write(TestStore store, String inCommon) throws SQLException {
        LatestDictionary dictionary = new LatestDictionary();
        List<NewRecord> records = new ArrayList<>();
        for (int i = 0; i < 2 * OF_A_DAY; i++) {
            records.add(decision(i, inCommon, dictionary).record());
        }
        try (Chain chain = store.database.openChain()) {
            new ChainAppender(chain).append(records);
        }
    }

    private static TestDecision decision(int i, String inCommon, LatestDictionary dictionary) {
        TestDecision decision = TestDecision.at(millis(i));
        decision.request = "{\"labels\":{\"number\":\"" + i + "\",\"text\":\"" + inCommon + "\"}}";
        decision.dictionary = dictionary;
        return decision;
    }

    private static long millis(int i) {
        return i / OF_A_DAY * DAY + i % OF_A_DAY;
    }

    private static Misfit misfit(TestStore store) {
        return Objects.requireNonNull(store.verify().firstMisfit());
    }

    @ParameterizedTest
    @EnumSource
    void recordsAreReadWithThoseOfTheirDatabase(Product product) throws SQLException {
        try (TestStore written = TestStore.empty(product)) {
            write(written);

            try (TestStore store = written.restarted()) {
                assertThat(store.count("SELECT count(*) FROM dictionary")).isEqualTo(2);
                assertThat(store.count("SELECT count(*) FROM record WHERE dictionary IS NOT NULL"))
                        .isEqualTo(10);
                for (int i = 0; i < 2 * OF_A_DAY; i++) {
                    assertThat(store.line(id(millis(i)))).contains("\"number\":\"" + i + "\",\"text\":\"" + IN_COMMON);
                }
                assertThat(store.stored(id(millis(0))).content()).hasSizeGreaterThan(2_500);
                assertThat(store.stored(id(millis(OF_A_DAY - 1))).content()).hasSizeLessThan(200);
                assertThat(store.verify().firstMisfit()).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedOneIsReportedAndNothingReadWithIt(Product product) throws SQLException {
        try (TestStore store = TestStore.empty(product)) {
            write(store);
            store.execute(
                    "UPDATE dictionary SET content = ? WHERE id = 2",
                    Zstandard.compress("another".getBytes(StandardCharsets.UTF_8)));

            assertThat(misfit(store).reason()).isEqualTo(Reason.CHANGED);
            assertThat(misfit(store).detail())
                    .isEqualTo("The dictionary 2 does not have its hash, so no record can be read that was compressed "
                            + "with it.");
            assertThat(store.line(id(millis(OF_A_DAY - 1)))).contains(IN_COMMON);
            assertThatExceptionOfType(StoreUnreadableException.class)
                    .isThrownBy(() -> store.line(id(millis(2 * OF_A_DAY - 1))))
                    .havingCause()
                    .withMessage("The dictionary 2, which records were compressed with, is missing or is not what was "
                            + "stored");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsChangedWithItsHashMakesRecordsOthers(Product product) throws SQLException {
        try (TestStore store = TestStore.empty(product)) {
            write(store);
            assertThat(store.verify().firstMisfit()).isNull();
            byte[] other = IN_COMMON.substring(7).repeat(10).getBytes(StandardCharsets.UTF_8);
            store.execute(
                    "UPDATE dictionary SET sha256 = ?, content = ? WHERE id = 2",
                    Sha256.of(other),
                    Zstandard.compress(other));

            assertThat(misfit(store).reason()).isEqualTo(Reason.CHANGED);
            assertThat(misfit(store).detail()).isEqualTo(Link.OTHER_HASH);
            assertThat(misfit(store).position())
                    .isEqualTo(store.count("SELECT min(position) FROM record WHERE dictionary = 2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void itGoesWithTheLastRecordThatNeedsIt(Product product) throws SQLException {
        try (TestStore store = TestStore.empty(product)) {
            write(store);
            removeDaysBefore(store, 1);

            assertThat(store.count("SELECT count(*) FROM record WHERE decision_id IS NOT NULL"))
                    .isEqualTo(OF_A_DAY);
            assertThat(store.count("SELECT min(id) FROM dictionary")).isEqualTo(2);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherOneWithItsNumberIsReadAsWhatItIs(Product product) throws SQLException {
        try (TestStore store = TestStore.empty(product)) {
            write(store);
            UUID compressed = id(millis(OF_A_DAY - 1));
            assertThat(store.line(compressed)).contains(IN_COMMON);

            removeDaysBefore(store, 2);
            assertThat(store.count("SELECT count(*) FROM dictionary")).isZero();
            String others = IN_COMMON.substring(100) + IN_COMMON.substring(0, 100);
            write(store, others);

            assertThat(store.line(compressed)).contains(others);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    private static void removeDaysBefore(TestStore store, int day) throws SQLException {
        Housekeeping housekeeping = new Housekeeping(OptionalInt.of(30));
        try (Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            do {
                housekeeping.step(appender, Instant.ofEpochMilli((30 + day) * DAY));
            } while (housekeeping.busy());
        }
    }
}
