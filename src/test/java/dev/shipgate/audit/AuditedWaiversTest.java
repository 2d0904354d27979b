package dev.shipgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shipgate.audit.record.WaiverEvent;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.read.WaiverReader;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.verification.VerificationReport.Misfit;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import dev.shipgate.waivers.GrantedWaiver.Revocation;
import dev.shipgate.waivers.GrantedWaiver.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waivers as they are kept and known, on each database. */
@BesideOthers
@WithDatabaseServer
class AuditedWaiversTest {

    private static final Instant GRANTED = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-15T00:00:00Z");
    private static final String SERVICE = "voice-agent";

    /** As the service writes it. */
    private final WaiverEvent events = new WaiverEvent(CommandJson.mapper());

    private AuditedWaivers waivers(TestStore store, GroupCommit writer) {
        return new AuditedWaivers(writer, new WaiverReader(store.database), events);
    }

    private static Waiver waiver(int number) {
        return waiver(number, UNTIL);
    }

    private static Waiver waiver(int number, Instant until) {
        return new Waiver(
                TestDecision.id(number),
                SERVICE,
                "production",
                null,
                "book_table",
                null,
                "latency",
                until,
                "Agreed with sales",
                "OPS-4711",
                "key:ops",
                GRANTED);
    }

    private void use(GroupCommit writer, Waiver waiver, int decision) {
        TestDecision passed = TestDecision.at(decision);
        passed.uses = List.of(events.used(waiver.waiverId(), passed.id, TestDecision.CALLER, passed.evaluatedAt));
        TestStore.write(writer, passed);
    }

    private static long events(TestStore store, String kind) {
        return store.count("SELECT COUNT(*) FROM record WHERE kind = ?", kind);
    }

    /** Why a verification finds the records changed; empty where it does not. */
    private static String misfit(TestStore store) {
        Misfit found = store.verify().firstMisfit();
        return found == null ? "" : found.detail();
    }

    @ParameterizedTest
    @EnumSource
    void aWaiverCountsUntilItsEndAndNotFromItOn(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            AuditedWaivers waivers = waivers(store, store.writer());
            waivers.grant(waiver(1));

            assertThat(waivers.validAt(SERVICE, UNTIL.minus(Duration.ofHours(1))))
                    .containsExactly(waiver(1));
            assertThat(waivers.validAt("search", UNTIL.minus(Duration.ofHours(1))))
                    .isEmpty();
            assertThat(waivers.validAt(SERVICE, UNTIL.minusMillis(1))).containsExactly(waiver(1));
            assertThat(waivers.validAt(SERVICE, UNTIL)).isEmpty();
            assertThat(waivers.validAt(SERVICE, UNTIL.plus(Duration.ofHours(1))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatJumpsBackBringsNoWaiverBack(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            AuditedWaivers waivers = waivers(store, store.writer());
            waivers.grant(waiver(1));
            assertThat(waivers.validAt(SERVICE, UNTIL)).isEmpty();

            assertThat(waivers.validAt(SERVICE, UNTIL.minus(Duration.ofHours(1))))
                    .isEmpty();
            waivers.grant(waiver(2, UNTIL.plusSeconds(1)));
            assertThat(waivers.validAt(SERVICE, UNTIL.minus(Duration.ofHours(1))))
                    .containsExactly(waiver(2, UNTIL.plusSeconds(1)));
        }
    }

    @Test
    void aReplicaLearnsOfAGrantAndOfARevocationWithinASecond() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            AuditedWaivers one = waivers(store, store.writer());
            AuditedWaivers other = waivers(store, store.writer());
            assertThat(other.validAt(SERVICE, GRANTED)).isEmpty();

            one.grant(waiver(1));
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> other.validAt(SERVICE, GRANTED).equals(List.of(waiver(1))));
            one.revoke(waiver(1).waiverId(), "key:ops", "Fixed", GRANTED);
            assertThat(one.validAt(SERVICE, GRANTED)).isEmpty();
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> other.validAt(SERVICE, GRANTED).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsRevokedOnceAndTheChainStaysWhole(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            AuditedWaivers waivers = waivers(store, store.writer());
            waivers.grant(waiver(1));
            assertThat(waivers.revoke(waiver(1).waiverId(), "key:ops", "Fixed", GRANTED))
                    .isTrue();
            assertThat(waivers.revoke(waiver(1).waiverId(), "key:dev", "Again", GRANTED))
                    .isFalse();
            assertThat(waivers.revoke(UUID.randomUUID(), "key:dev", "Whichever", GRANTED))
                    .isFalse();

            assertThat(waivers.find(waiver(1).waiverId()).orElseThrow().stateAt(GRANTED))
                    .isEqualTo(State.REVOKED);
            assertThat(waivers.find(waiver(1).waiverId()).orElseThrow().revocation())
                    .isEqualTo(new Revocation(GRANTED, "key:ops", "Fixed"));
            assertThat(events(store, EventKinds.WAIVER_REVOKED)).isEqualTo(1);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstUseIsAnEventAndEveryUseIsFound(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            AuditedWaivers waivers = waivers(store, writer);
            waivers.grant(waiver(1));
            use(writer, waiver(1), 10);
            use(writer, waiver(1), 11);

            assertThat(events(store, EventKinds.WAIVER_FIRST_USED)).isEqualTo(1);
            assertThat(waivers.find(waiver(1).waiverId()).orElseThrow().firstUsedAt())
                    .isEqualTo(Instant.ofEpochMilli(10));
            assertThat(waivers.uses(waiver(1).waiverId(), 10))
                    .extracting(use -> use.decisionId())
                    .containsExactly(TestDecision.id(11), TestDecision.id(10));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfAUsedWaiverIsAnEventAndThatOfAnUnusedOneIsNot(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            AuditedWaivers waivers = waivers(store, writer);
            Instant soon = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
            waivers.grant(waiver(1, soon));
            waivers.grant(waiver(2, soon));
            use(writer, waiver(1), 10);

            await().atMost(Duration.ofSeconds(20)).until(() -> events(store, EventKinds.WAIVER_EXPIRED) == 1);
            assertThat(waivers.find(waiver(1).waiverId()).orElseThrow().stateAt(GRANTED))
                    .as("whatever a clock says later")
                    .isEqualTo(State.EXPIRED);
            assertThat(waivers.revoke(waiver(1).waiverId(), "key:ops", "Late", GRANTED))
                    .isFalse();
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNoWaiver() {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            AuditedWaivers waivers = waivers(store, store.writer());
            store.executeAll("DROP TABLE waiver_use", "ALTER TABLE waiver RENAME TO gone");
            assertThatThrownBy(() -> waivers.validAt(SERVICE, GRANTED))
                    .isInstanceOf(NotRecordedException.class)
                    .hasMessage("The audit store cannot be read now, so the waivers are not known.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaiverThatIsNotAsItsEventsSayIsFoundByAVerification(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            AuditedWaivers waivers = waivers(store, store.writer());
            waivers.grant(waiver(1));
            waivers.grant(waiver(2));
            waivers.revoke(waiver(2).waiverId(), "key:ops", "Fixed", GRANTED);
            assertThat(store.verify().firstMisfit()).isNull();

            store.execute("UPDATE waiver SET until_ms = until_ms + 1 WHERE position = 1");
            assertThat(misfit(store)).startsWith("The waiver " + waiver(1).waiverId());
            store.execute("UPDATE waiver SET until_ms = until_ms - 1 WHERE position = 1");
            store.execute("UPDATE waiver SET revoked_at_ms = NULL WHERE position = 2");
            assertThat(misfit(store)).startsWith("The waiver " + waiver(2).waiverId());
            store.execute("UPDATE waiver SET revoked_at_ms = 1 WHERE position = 2");
            assertThat(store.verify().firstMisfit()).isNull();
            store.execute("UPDATE waiver SET position = 99 WHERE position = 1");
            assertThat(misfit(store)).startsWith("The waiver " + waiver(1).waiverId());
        }
    }
}
