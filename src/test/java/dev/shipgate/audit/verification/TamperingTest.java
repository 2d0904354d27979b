package dev.shipgate.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.Ids;
import dev.shipgate.audit.store.record.NewRecord;
import dev.shipgate.audit.store.record.RecordPlace;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.record.Zstandard;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import dev.shipgate.hash.Sha256;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A person who can write to the database changes ten records of a chain; the walk names the first that does not fit.
 */
@BesideOthers
@WithDatabaseServer
class TamperingTest {

    private static final int RECORDS = 10;

    /** The change that somebody makes to a store. */
    private interface Tampering {
        void on(TestStore store);
    }

    private static VerificationReport after(Product product, Tampering tampering) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(RECORDS);
            assertThat(store.verify().intact()).isTrue();
            assertThat(store.verify().decisions()).isEqualTo(RECORDS);
            tampering.on(store);
            return store.verify();
        }
    }

    private static void assertMisfit(VerificationReport report, long position, @Nullable Integer id, Reason reason) {
        Misfit misfit = misfit(report);
        assertThat(misfit.chain()).isEqualTo(report.chains().get(0).chain());
        assertThat(misfit.position()).as(misfit.detail()).isEqualTo(position);
        assertThat(misfit.decisionId()).isEqualTo(id == null ? null : TestDecision.id(id));
        assertThat(misfit.reason()).as(misfit.detail()).isEqualTo(reason);
    }

    /** The misfit that the walk finds first, when it finds anything. */
    private static Misfit misfit(VerificationReport report) {
        assertThat(report.intact()).isFalse();
        return Objects.requireNonNull(report.firstMisfit());
    }

    private static byte[] content(TestStore store, long id) {
        return store.reader.record(TestDecision.id(id)).orElseThrow().content();
    }

    private static void replaceContent(TestStore store, long position, byte[] content) {
        assertThat(store.execute("UPDATE record SET content = ? WHERE position = ?", content, position))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneByteOfAStoredAnswer(Product product) {
        VerificationReport report = after(product, store -> {
            String text = new String(Zstandard.text(content(store, 4)), StandardCharsets.UTF_8);
            assertThat(text).contains("\"ship\":true");
            String changed = text.replace("\"ship\":true", "\"ship\":trux");
            replaceContent(store, 4, Zstandard.compress(changed.getBytes(StandardCharsets.UTF_8)));
        });
        assertMisfit(report, 4, 4, Reason.CHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void aBitOfTheCompressedBytes(Product product) {
        VerificationReport report = after(product, store -> {
            byte[] content = content(store, 4);
            content[content.length / 2] ^= 1;
            replaceContent(store, 4, content);
        });
        assertMisfit(report, 4, 4, Reason.CHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void whatADecisionIsFoundBy(Product product) {
        for (String column : new String[] {"service", "environment", "version", "verdict", "caller", "kind"}) {
            VerificationReport report =
                    after(product, store -> store.execute("UPDATE record SET " + column + " = 'x' WHERE position = 7"));
            assertMisfit(report, 7, 7, Reason.CHANGED);
            assertThat(misfit(report).detail())
                    .isEqualTo("Its " + column + " in the index is not that in its content.");
        }
        VerificationReport report =
                after(product, store -> store.execute("UPDATE record SET routes = NULL WHERE position = 7"));
        assertMisfit(report, 7, 7, Reason.CHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatIsTakenAway(Product product) {
        VerificationReport report = after(product, store -> store.execute("DELETE FROM record WHERE position = 5"));
        assertMisfit(report, 5, null, Reason.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstRecordsThatAreTakenAway(Product product) {
        VerificationReport report = after(product, store -> store.execute("DELETE FROM record WHERE position <= 3"));
        assertMisfit(report, 1, null, Reason.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatIsTakenAwayAndTheGapClosed(Product product) {
        VerificationReport report = after(product, store -> {
            store.execute("DELETE FROM record WHERE position = 5");
            for (int position = 6; position <= RECORDS; position++) {
                store.execute("UPDATE record SET position = " + (position - 1) + " WHERE position = " + position);
            }
        });
        assertMisfit(report, 5, 6, Reason.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void twoRecordsThatChangePlaces(Product product) {
        VerificationReport report = after(product, store -> {
            store.execute("UPDATE record SET position = 99 WHERE position = 5");
            store.execute("UPDATE record SET position = 5 WHERE position = 6");
            store.execute("UPDATE record SET position = 6 WHERE position = 99");
        });
        assertMisfit(report, 5, 6, Reason.REORDERED);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedRecordWithAHashOfItsOwn(Product product) {
        VerificationReport report = after(product, store -> {
            for (int position = RECORDS; position >= 5; position--) {
                store.execute("UPDATE record SET position = " + (position + 1) + " WHERE position = " + position);
            }
            forge(store, 5, store.reader.record(TestDecision.id(4)).orElseThrow());
        });
        assertMisfit(report, 5, 1_000, Reason.INSERTED);
    }

    /** Puts a record of its own behind another, with everything right that it can know. */
    private static void forge(TestStore store, long position, StoredRecord before) {
        NewRecord forged = TestDecision.at(1_000).record();
        byte[] hash = RecordText.hash(
                forged.content().digest(), new RecordPlace(before.chain(), position, null, before.hash()));
        store.execute(
                "INSERT INTO record (chain, position, previous_hash, hash, content, kind, decision_id, service, "
                        + "environment, version, verdict, caller, ruleset, rules, routes) SELECT chain, " + position
                        + ", ?, ?, ?, kind, ?, service, environment, version, verdict, caller, ruleset, rules, routes "
                        + "FROM record WHERE position = 1",
                before.hash(),
                hash,
                forged.content().compressed(),
                Ids.bytes(TestDecision.id(1_000)));
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfARecordAtTheEnd(Product product) {
        VerificationReport report = after(
                product,
                store -> store.execute("INSERT INTO record (chain, position, "
                        + "previous_hash, hash, content, kind, service, environment, version, verdict, caller, ruleset, rules, "
                        + "routes) SELECT chain, 11, previous_hash, hash, content, kind, service, environment, version, verdict, "
                        + "caller, ruleset, rules, routes FROM record WHERE position = 3"));
        assertMisfit(report, 11, null, Reason.INSERTED);
    }

    @ParameterizedTest
    @EnumSource
    void theFilesOfARuleset(Product product) {
        VerificationReport report = after(product, store -> {
            byte[] other = Zstandard.compress("{\"load-gate/a.drl\":\"b\"}".getBytes(StandardCharsets.UTF_8));
            store.execute("UPDATE ruleset SET files = ?", other);
        });
        assertThat(misfit(report).reason()).isEqualTo(Reason.CHANGED);
        assertThat(misfit(report).detail())
                .isEqualTo("The files of the ruleset "
                        + TestDecision.at(1).ruleset().version() + " do not have this hash.");
    }

    @ParameterizedTest
    @EnumSource
    void aRouteThatDecisionsAreNoLongerFoundBy(Product product) {
        VerificationReport report = after(
                product,
                store -> store.execute("DELETE FROM name_set_member WHERE name_sha256 = ?", Sha256.of("book_table")));
        assertThat(misfit(report).reason()).isEqualTo(Reason.CHANGED);
        assertThat(misfit(report).detail())
                .isEqualTo("Decisions with the names [\"book_table\"] cannot be found by all of them.");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyCanReadAnyMore(Product product) {
        byte[] nothing = {1, 2, 3};
        VerificationReport content =
                after(product, store -> store.execute("UPDATE record SET content = ? WHERE position = 2", nothing));
        assertMisfit(content, 2, 2, Reason.CHANGED);
        VerificationReport ruleset = after(product, store -> store.execute("UPDATE ruleset SET files = ?", nothing));
        assertThat(misfit(ruleset).reason()).isEqualTo(Reason.CHANGED);
        for (String names : new String[] {"[null]", "null", "{", "[1]"}) {
            VerificationReport report = after(product, store -> store.execute("UPDATE name_set SET names = ?", names));
            assertThat(misfit(report).reason()).isEqualTo(Reason.CHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndThatIsCutOffShowsOnlyToWhoNotedAHash(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(RECORDS);
            String noted = store.verify().chains().get(0).headHash();
            assertThat(store.verify(noted).intact()).isTrue();
            store.execute("DELETE FROM record WHERE position > 8");
            assertThat(store.verify().intact()).isTrue();
            VerificationReport report = store.verify(noted);
            assertThat(misfit(report).reason()).isEqualTo(Reason.REMOVED);
        }
    }
}
