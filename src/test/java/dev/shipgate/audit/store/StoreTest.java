package dev.shipgate.audit.store;

import static dev.shipgate.audit.store.TestStore.decision;
import static dev.shipgate.audit.store.TestStore.id;
import static dev.shipgate.audit.store.TestStore.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.audit.store.NewRecord.Claim;
import dev.shipgate.audit.store.TestStore.Product;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the store promises, on each database. */
class StoreTest {

    private static final DecisionFilter ALL =
            new DecisionFilter(null, null, null, null, null, null, null, null, null, null, null);

    private static List<UUID> ids(TestStore store, DecisionFilter filter) {
        return store.reader.rows(filter, 100).stream()
                .map(DecisionRow::decisionId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aRecordIsReadBackByteForByteUnderItsHash(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writer(), 2);
            StoredRecord first = store.reader.record(id(1)).orElseThrow();
            StoredRecord second = store.reader.record(id(2)).orElseThrow();
            assertThat(first.previousHash()).isEqualTo(RecordText.genesis());
            assertThat(second.previousHash()).isEqualTo(first.hash());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            RecordText.write(second, line);
            String text = line.toString(StandardCharsets.UTF_8);
            assertThat(text).startsWith("{\"decision_id\":\"" + id(2) + "\"").contains(",\"position\":2,");
            assertThat(Sha256.of(text.replaceFirst(",\"hash\":\"[0-9a-f]{64}\"}$", "}")))
                    .isEqualTo(second.hash());
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsThatComeTogetherShareACommitAndAllAreThere(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            ExecutorService callers = Executors.newFixedThreadPool(64);
            try {
                List<Future<Optional<UUID>>> written = new ArrayList<>();
                for (int i = 1; i <= 1_000; i++) {
                    NewRecord record = record(decision(id(i)), null);
                    written.add(callers.submit(() -> writer.write(record)));
                }
                for (Future<Optional<UUID>> each : written) {
                    assertThat(each.get()).isEmpty();
                }
            } finally {
                callers.shutdownNow();
            }
            assertThat(store.verify().decisions()).isEqualTo(1_000);
            assertThat(store.verify().chains().get(0).headPosition()).isEqualTo(1_000);
            assertThat(store.commits.get()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachFilterFindsWhatItNamesNewestFirst(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            TestStore.write(writer, 3);
            ObjectNode other = decision(id(4));
            other.put("kind", "capacity");
            other.put("service", "b");
            other.put("environment", "c");
            other.put("version", "d");
            other.put("verdict", "block");
            other.putArray("routes").add("e").add("book_table");
            other.putObject("ruleset").put("version", TestStore.ruleset("b").version());
            other.putObject("firings").put("total", 1).putObject("by_rule").put("a rule of its own", 1);
            writer.write(record(other, null));

            String ruleset = TestStore.ruleset("b").version();
            List<DecisionFilter> filters = List.of(
                    new DecisionFilter("capacity", null, null, null, null, null, null, null, null, null, null),
                    new DecisionFilter(null, "b", null, null, null, null, null, null, null, null, null),
                    new DecisionFilter(null, null, "c", null, null, null, null, null, null, null, null),
                    new DecisionFilter(null, null, null, "d", null, null, null, null, null, null, null),
                    new DecisionFilter(null, null, null, null, "e", null, null, null, null, null, null),
                    new DecisionFilter(null, null, null, null, null, "a rule of its own", null, null, null, null, null),
                    new DecisionFilter(null, null, null, null, null, null, "block", null, null, null, null),
                    new DecisionFilter(null, null, null, null, null, null, null, ruleset, null, null, null),
                    new DecisionFilter(
                            null, null, null, null, null, null, null, null, Instant.ofEpochMilli(4), null, null),
                    new DecisionFilter(
                            "capacity", "b", "c", "d", "e", "a rule of its own", "block", ruleset, null, null, null));
            filters.forEach(filter ->
                    assertThat(ids(store, filter)).as(filter.toString()).containsExactly(id(4)));
            assertThat(ids(store, ALL)).containsExactly(id(4), id(3), id(2), id(1));
            assertThat(ids(
                            store,
                            new DecisionFilter(
                                    null, null, null, null, "book_table", null, null, null, null, null, null)))
                    .containsExactly(id(4), id(3), id(2), id(1));
            assertThat(ids(
                            store,
                            new DecisionFilter(
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    Instant.ofEpochMilli(2),
                                    Instant.ofEpochMilli(4),
                                    null)))
                    .containsExactly(id(3), id(2));
            assertThat(ids(store, ALL.olderThan(id(3)))).containsExactly(id(2), id(1));
            assertThat(ids(store, new DecisionFilter(null, null, null, null, "f", null, null, null, null, null, null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyNameIsKeptAsItIs(Product product) throws Exception {
        String odd = "'\"\\\n\t%_\uD83D\uDE00".repeat(20) + "\uD83D\uDE00".repeat(160);
        try (TestStore store = TestStore.empty(product)) {
            ObjectNode head = decision(id(1));
            for (String name : List.of("service", "environment", "version")) {
                head.put(name, odd);
            }
            head.putArray("routes").add("").add("\u0000").add(odd);
            assertThat(store.writer().write(record(head, null))).isEmpty();
            assertThat(store.reader.rows(ALL, 1).get(0).service()).isEqualTo(odd);
            assertThat(ids(
                            store,
                            new DecisionFilter(null, odd, odd, odd, "\u0000", null, null, null, null, null, null)))
                    .containsExactly(id(1));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVeryLargeRecordIsOne(Product product) throws Exception {
        String request = "{\"a\":\"" + "0123456789abcdef".repeat(1 << 19) + "\"}";
        try (TestStore store = TestStore.empty(product)) {
            store.writer().write(record(decision(id(1)), request, null));
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            RecordText.write(store.reader.record(id(1)).orElseThrow(), line);
            assertThat(line.toString(StandardCharsets.UTF_8)).contains(request);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    private static Claim claim(String key, int decision, long nowMillis) {
        return new Claim(key, new byte[] {1}, id(decision), nowMillis, nowMillis + 1_000);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyStandsForOneDecisionUntilItExpires(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            assertThat(writer.write(record(decision(id(1)), claim("key", 1, 10_000))))
                    .isEmpty();
            assertThat(writer.write(record(decision(id(2)), claim("key", 2, 10_999))))
                    .hasValue(id(1));
            assertThat(store.reader.idempotencyKey("key", 10_999).orElseThrow().decisionId())
                    .isEqualTo(id(1));
            assertThat(store.reader.idempotencyKey("key", 11_000)).isEmpty();
            assertThat(writer.write(record(decision(id(3)), claim("key", 3, 11_000))))
                    .isEmpty();
            assertThat(ids(store, ALL)).containsExactly(id(3), id(1));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofSimultaneousClaimsOneWins(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            // On PostgreSQL two replicas, which know nothing of each other; SQLite has one writer.
            List<GroupCommit> writers =
                    product == Product.POSTGRESQL ? List.of(store.writer(), store.writer()) : List.of(store.writer());
            ExecutorService callers = Executors.newFixedThreadPool(16);
            CountDownLatch start = new CountDownLatch(1);
            try {
                List<Future<Optional<UUID>>> outcomes = IntStream.rangeClosed(1, 16)
                        .mapToObj(i -> callers.submit(() -> {
                            start.await();
                            return writers.get(i % writers.size()).write(record(decision(id(i)), claim("key", i, 1)));
                        }))
                        .toList();
                start.countDown();
                int won = 0;
                for (Future<Optional<UUID>> outcome : outcomes) {
                    won += outcome.get().isEmpty() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
                assertThat(ids(store, ALL)).hasSize(1);
            } finally {
                callers.shutdownNow();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesAreCountedFromRecords(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writer(), 3);
            RuleActivity activity = store.reader
                    .ruleActivity()
                    .get(new RecordIndex.FiredRule("shipgate.loadgate", "latency is within budget"));
            assertThat(activity).isEqualTo(new RuleActivity(6, Instant.ofEpochMilli(3)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChainGoesOnAfterARestart(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            TestStore.write(writer, 2);
            writer.close();
            store.writer().write(record(decision(id(3)), null));
            assertThat(store.reader.record(id(3)).orElseThrow().position()).isEqualTo(3);
            assertThat(store.verify().chains()).hasSize(1);
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyStoreIsIntact(Product product) throws Exception {
        try (TestStore store = TestStore.empty(product)) {
            store.writer();
            assertThat(store.verify().firstMisfit()).isNull();
            assertThat(store.verify().decisions()).isZero();
            assertThat(store.verify().first()).isNull();
        }
    }
}
