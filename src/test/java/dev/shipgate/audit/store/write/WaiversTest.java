package dev.shipgate.audit.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.record.WaiverEvent;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.database.Chain;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.context.Waiver;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events of waivers that share a commit, on each database. */
@BesideOthers
@WithDatabaseServer
class WaiversTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final UUID ID = TestDecision.id(1);

    private final WaiverEvent events = new WaiverEvent(CommandJson.mapper());

    @ParameterizedTest
    @EnumSource
    void ofTwoRevocationsInOneCommitTheFirstIsRecorded(Product product) throws SQLException {
        Waiver waiver = new Waiver(
                ID, "search", null, null, null, null, "latency", NOW.plusSeconds(60), "x", null, "key:ops", NOW);
        try (TestStore store = TestStore.empty(product);
                Chain chain = store.database.openChain()) {
            ChainAppender appender = new ChainAppender(chain);
            appender.append(List.of(events.granted(waiver)));
            assertThat(appender.append(List.of(
                            events.revoked(ID, "key:ops", "First", NOW), events.revoked(ID, "key:dev", "Second", NOW))))
                    .containsExactly(Optional.empty(), Optional.of(ID));

            assertThat(store.count("SELECT COUNT(*) FROM record WHERE kind = ?", EventKinds.WAIVER_REVOKED))
                    .isEqualTo(1);
            assertThat(store.count("SELECT COUNT(*) FROM waiver WHERE revoked_because = ?", "First"))
                    .isEqualTo(1);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }
}
