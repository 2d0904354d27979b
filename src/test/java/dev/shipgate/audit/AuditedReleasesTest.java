package dev.shipgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shipgate.audit.record.RecordedMeasurements;
import dev.shipgate.audit.record.ReleaseEvent;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.read.ShippedReader;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.cli.rules.StandaloneEvaluations;
import dev.shipgate.context.ReleaseName;
import dev.shipgate.context.ShippedRelease;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.releases.ShippedBook.Marked;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The releases that shipped, as replicas know them. */
@BesideOthers
@WithDatabaseServer
class AuditedReleasesTest {

    private static final int REPLICAS = 4;
    private static final ReleaseName NEXT = new ReleaseName("voice-agent", "production", "2.0");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static AuditedReleases replica(TestStore store) {
        return replica(store, store.writer());
    }

    private static AuditedReleases replica(TestStore store, GroupCommit writer) {
        return new AuditedReleases(
                writer,
                store.reader,
                new ShippedReader(store.database),
                new RecordedMeasurements(StandaloneEvaluations.named()),
                new ReleaseEvent(JSON),
                10);
    }

    private static UUID decide(GroupCommit writer, int millis) {
        TestDecision decision = TestDecision.at(millis);
        decision.request = """
                {"service":"voice-agent","environment":"production",
                 "routes":{"book_table":{"p95_ms":%d}}}""".formatted(millis);
        TestStore.write(writer, decision);
        return decision.id;
    }

    private static List<UUID> known(AuditedReleases replica) {
        return replica.of(NEXT).routes().stream()
                .map(ShippedRelease::decisionId)
                .toList();
    }

    @Test
    void fourReplicasAgreeWithinASecond() {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            GroupCommit writer = store.writer();
            List<AuditedReleases> replicas = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(replica(store));
            }
            replicas.forEach(replica -> assertThat(known(replica)).isEmpty());
            for (int i = 1; i <= REPLICAS; i++) {
                UUID decision = decide(writer, i);
                AuditedReleases marking = replicas.get(i - 1);
                assertThat(marking.mark(decision, "release-bot").orElseThrow().isNew())
                        .isTrue();
                assertThat(known(marking)).containsExactly(decision);
                await().atMost(Duration.ofSeconds(1))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> replicas.stream()
                                .allMatch(replica -> known(replica).equals(List.of(decision))));
            }
        }
    }

    @Test
    void ofReplicasThatMarkADecisionAtOnceOneIsFirst() throws Exception {
        try (TestStore store = TestStore.empty(Product.POSTGRESQL)) {
            UUID decision = decide(store.writer(), 1);
            List<Callable<Marked>> marks = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                AuditedReleases replica = replica(store);
                marks.add(() -> replica.mark(decision, "release-bot").orElseThrow());
            }
            ExecutorService callers = Executors.newFixedThreadPool(REPLICAS);
            List<Marked> marked = new ArrayList<>();
            try {
                for (Future<Marked> mark : callers.invokeAll(marks)) {
                    marked.add(mark.get());
                }
            } finally {
                callers.shutdown();
            }
            assertThat(marked).filteredOn(Marked::isNew).hasSize(1);
            assertThat(marked)
                    .extracting(Marked::mark)
                    .containsOnly(marked.get(0).mark());
            assertThat(store.count("SELECT COUNT(*) FROM record WHERE kind = 'release_shipped'"))
                    .isEqualTo(1);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileTheyCannotBeReadNobodyIsToldThatThereAreNone(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            AuditedReleases replica = replica(store);
            store.execute("DROP TABLE shipped_release");
            assertThatThrownBy(() -> replica.of(NEXT))
                    .isInstanceOf(NotRecordedException.class)
                    .hasMessage("The audit store cannot be read now, so the releases that shipped are not known.");
        }
    }

    @Test
    void theyAreNotReadForEachEvaluation() {
        try (TestStore store = TestStore.empty(Product.SQLITE)) {
            GroupCommit writer = store.writer();
            AuditedReleases replica = replica(store, writer);
            UUID decision = decide(writer, 1);
            replica.mark(decision, "release-bot");
            assertThat(replica.of(NEXT)).isSameAs(replica.of(NEXT));
        }
    }
}
