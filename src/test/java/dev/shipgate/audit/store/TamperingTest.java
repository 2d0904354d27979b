package dev.shipgate.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.audit.verification.VerificationReport.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever can write to the database changes ten records of a chain; the walk names the first that does not fit. */
class TamperingTest {

    private static final int RECORDS = 10;
    private static final HexFormat HEX = HexFormat.of();

    /** What somebody does to a store. */
    private interface Tampering {
        void on(TestStore store) throws SQLException;
    }

    private static VerificationReport after(Product product, Tampering tampering) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writer(), RECORDS);
            assertThat(store.verify().intact()).isTrue();
            assertThat(store.verify().decisions()).isEqualTo(RECORDS);
            tampering.on(store);
            return store.verify();
        }
    }

    private static void assertMisfit(VerificationReport report, long position, @Nullable Integer id, Reason reason) {
        Misfit misfit = TestStore.misfit(report);
        assertThat(misfit.chain()).isEqualTo(report.chains().get(0).chain());
        assertThat(misfit.position()).as(misfit.detail()).isEqualTo(position);
        assertThat(misfit.decisionId()).isEqualTo(id == null ? null : TestStore.id(id));
        assertThat(misfit.reason()).as(misfit.detail()).isEqualTo(reason);
    }

    private static byte[] content(TestStore store, long id) {
        return store.reader.record(TestStore.id(id)).orElseThrow().content();
    }

    private static void replaceContent(TestStore store, long position, byte[] content) throws SQLException {
        assertThat(store.execute("UPDATE record SET content = " + store.bytes(HEX.formatHex(content))
                        + " WHERE position = " + position))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneByteOfAStoredAnswer(Product product) throws Exception {
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
    void aBitOfTheCompressedBytes(Product product) throws Exception {
        VerificationReport report = after(product, store -> {
            byte[] content = content(store, 4);
            content[content.length / 2] ^= 1;
            replaceContent(store, 4, content);
        });
        assertMisfit(report, 4, 4, Reason.CHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void whatADecisionIsFoundBy(Product product) throws Exception {
        for (String column : new String[] {"service", "environment", "version", "verdict", "caller", "kind"}) {
            VerificationReport report =
                    after(product, store -> store.execute("UPDATE record SET " + column + " = 'x' WHERE position = 7"));
            assertMisfit(report, 7, 7, Reason.CHANGED);
            assertThat(TestStore.misfit(report).detail())
                    .isEqualTo("Its " + column + " in the index is not that in its content.");
        }
        VerificationReport report =
                after(product, store -> store.execute("UPDATE record SET routes = NULL WHERE position = 7"));
        assertMisfit(report, 7, 7, Reason.CHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatIsTakenAway(Product product) throws Exception {
        VerificationReport report = after(product, store -> store.execute("DELETE FROM record WHERE position = 5"));
        assertMisfit(report, 5, null, Reason.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstRecordsThatAreTakenAway(Product product) throws Exception {
        VerificationReport report = after(product, store -> store.execute("DELETE FROM record WHERE position <= 3"));
        assertMisfit(report, 1, null, Reason.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatIsTakenAwayAndTheGapClosed(Product product) throws Exception {
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
    void twoRecordsThatChangePlaces(Product product) throws Exception {
        VerificationReport report = after(product, store -> {
            store.execute("UPDATE record SET position = 99 WHERE position = 5");
            store.execute("UPDATE record SET position = 5 WHERE position = 6");
            store.execute("UPDATE record SET position = 6 WHERE position = 99");
        });
        assertMisfit(report, 5, 6, Reason.REORDERED);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedRecordWithAHashOfItsOwn(Product product) throws Exception {
        VerificationReport report = after(product, store -> {
            for (int position = RECORDS; position >= 5; position--) {
                store.execute("UPDATE record SET position = " + (position + 1) + " WHERE position = " + position);
            }
            forge(store, 5, store.reader.record(TestStore.id(4)).orElseThrow());
        });
        assertMisfit(report, 5, 1_000, Reason.INSERTED);
    }

    /** Puts a record of its own behind another, with everything right that it can know. */
    private static void forge(TestStore store, long position, StoredRecord before) throws SQLException {
        NewRecord forged = TestStore.record(TestStore.decision(TestStore.id(1_000)), null);
        byte[] hash = RecordText.hash(forged.content().digest(), before.chain(), position, before.hash());
        store.execute("INSERT INTO record (chain, position, previous_hash, hash, content, kind, decision_id, service, "
                + "environment, version, verdict, caller, ruleset, rules, routes) SELECT chain, " + position + ", "
                + store.bytes(HEX.formatHex(before.hash())) + ", " + store.bytes(HEX.formatHex(hash)) + ", "
                + store.bytes(HEX.formatHex(forged.content().compressed())) + ", kind, "
                + store.bytes(HEX.formatHex(Ids.bytes(TestStore.id(1_000)))) + ", service, environment, version, "
                + "verdict, caller, ruleset, rules, routes FROM record WHERE position = 1");
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfARecordAtTheEnd(Product product) throws Exception {
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
    void theFilesOfARuleset(Product product) throws Exception {
        VerificationReport report = after(product, store -> {
            byte[] other = Zstandard.compress("{\"load-gate/a.drl\":\"b\"}".getBytes(StandardCharsets.UTF_8));
            store.execute("UPDATE ruleset SET files = " + store.bytes(HEX.formatHex(other)));
        });
        assertThat(TestStore.misfit(report).reason()).isEqualTo(Reason.CHANGED);
        assertThat(TestStore.misfit(report).detail())
                .isEqualTo("The files of the ruleset " + TestStore.ruleset("a").version() + " do not have this hash.");
    }

    @ParameterizedTest
    @EnumSource
    void aRouteThatDecisionsAreNoLongerFoundBy(Product product) throws Exception {
        VerificationReport report = after(
                product,
                store -> store.execute("DELETE FROM name_set_member WHERE name_sha256 = "
                        + store.bytes(HEX.formatHex(Sha256.of("book_table")))));
        assertThat(TestStore.misfit(report).reason()).isEqualTo(Reason.CHANGED);
        assertThat(TestStore.misfit(report).detail())
                .isEqualTo("Decisions with the names [\"book_table\"] cannot be found by all of them.");
    }

    @ParameterizedTest
    @EnumSource
    void anEndThatIsCutOffShowsOnlyToWhoNotedAHash(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writer(), RECORDS);
            String noted = store.verify().chains().get(0).headHash();
            assertThat(store.verify(noted).intact()).isTrue();
            store.execute("DELETE FROM record WHERE position > 8");
            assertThat(store.verify().intact()).isTrue();
            VerificationReport report = store.verify(noted);
            assertThat(TestStore.misfit(report).reason()).isEqualTo(Reason.REMOVED);
        }
    }
}
