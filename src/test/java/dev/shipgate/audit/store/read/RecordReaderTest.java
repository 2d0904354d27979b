package dev.shipgate.audit.store.read;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.hash.Sha256;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record is read back as it was, on each database. */
@BesideOthers
@WithDatabaseServer
class RecordReaderTest {

    @ParameterizedTest
    @EnumSource
    void aRecordIsOneLineWhoseHashIsThatOfTheLineWithoutIt(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(2);

            String first = store.line(id(1));
            String second = store.line(id(2));
            // Where there may be several chains, the order of all is there too.
            String sequence = product == Product.SQLITE ? "" : "\"sequence\":%d,";

            assertThat(first)
                    .startsWith("{\"decision_id\":\"" + id(1)
                            + "\",\"form\":2,\"evaluated_at\":\"1970-01-01T00:00:00.001Z\",\"kind\":")
                    .contains(",\"request\":" + TestDecision.at(1).request + ",\"response\":{\"ship\":true},")
                    .contains(",\"position\":1," + sequence.formatted(1) + "\"previous_hash\":\"" + "0".repeat(64)
                            + "\",\"hash\":\"");
            assertThat(hash(first)).isEqualTo(sha256WithoutHash(first));
            assertThat(second)
                    .contains(",\"position\":2," + sequence.formatted(2) + "\"previous_hash\":\"" + hash(first)
                            + "\",\"hash\":\"");
            assertThat(hash(second)).isEqualTo(sha256WithoutHash(second));
            assertThat(store.verify().headHash()).isEqualTo(hash(second));
        }
    }

    private static String hash(String line) {
        return line.substring(line.length() - 66, line.length() - 2);
    }

    private static String sha256WithoutHash(String line) {
        String without = line.substring(0, line.length() - ",\"hash\":\"\"}".length() - 64) + "}";
        return HexFormat.of().formatHex(Sha256.of(without));
    }

    @ParameterizedTest
    @EnumSource
    void namesAreKeptWhateverCharactersTheyHave(Product product) {
        // Nothing of it repeats, so that no database makes it shorter than its 2,000 bytes.
        String longest = IntStream.range(0, 500)
                .mapToObj(i -> Character.toString(0x20000 + i * 31))
                .collect(Collectors.joining());
        String odd = "'; DROP TABLE record; --\" \\ \n\r\t %_? $1 {} \u00e9\u202e \ud83d\ude80";
        for (String name : List.of(longest, odd, " ")) {
            try (TestStore store = TestStore.empty(product)) {
                TestDecision decision = TestDecision.at(1);
                decision.service = name;
                decision.environment = name;
                decision.version = name;
                decision.routes = List.of(name, name + "2");
                decision.rules = List.of(name);
                TestStore.write(store.writer(), decision);

                assertThat(store.find(Filter.by(filter -> {
                            filter.service = name;
                            filter.environment = name;
                            filter.version = name;
                            filter.route = name + "2";
                            filter.rule = name;
                        })))
                        .containsExactly(id(1));
                DecisionRow row = store.reader.rows(Filter.all(), 1).get(0);
                assertThat(List.of(row.service(), row.environment(), row.version(), row.rules()))
                        .containsExactly(name, name, name, List.of(name));
                assertThat(store.verify().firstMisfit()).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseWithoutNamesIsFoundAmongAll(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            TestDecision decision = TestDecision.at(1);
            decision.service = null;
            decision.environment = null;
            decision.version = null;
            decision.routes = List.of();
            decision.rules = List.of();
            TestStore.write(store.writer(), decision);

            DecisionRow row = store.reader.rows(Filter.all(), 1).get(0);
            assertThat(row)
                    .isEqualTo(new DecisionRow(
                            id(1),
                            Instant.ofEpochMilli(1),
                            "load_gate",
                            null,
                            null,
                            null,
                            "pass",
                            decision.ruleset().version(),
                            List.of(),
                            "127.0.0.1"));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyMegabytesAndAHundredThousandFiringsAreOneRecord(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            TestDecision decision = TestDecision.at(1);
            decision.request = "{\"a\":\"" + "0123456789abcdef".repeat(1 << 19) + "\"}";
            decision.firings = IntStream.range(0, 100_000)
                    .mapToObj(i -> "{\"rule\":\"latency is within budget\",\"facts\":{\"$route\":" + i + "}}")
                    .collect(Collectors.joining(",", "[", "]"));
            decision.firedEach = 50_000;
            TestStore.write(store.writer(), decision);

            String line = store.line(id(1));
            assertThat(line.contains(",\"request\":" + decision.request + ",")).isTrue();
            assertThat(line.contains(",\"firings\":" + decision.firings + ",")).isTrue();
            assertThat(hash(line)).isEqualTo(sha256WithoutHash(line));
            assertThat(store.verify().firstMisfit()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesAreCountedOverAllDecisions(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writerAfter(2);
            TestDecision third = TestDecision.at(1_000);
            third.rules = List.of("latency is within budget");
            third.firedEach = 40;
            TestStore.write(writer, third);
            // Made before the third one, as its clock says, and recorded after it.
            TestStore.write(writer, TestDecision.at(900));

            assertThat(store.reader.ruleActivity())
                    .isEqualTo(Map.of(
                            TestDecision.fired("latency is within budget"),
                            new RuleActivity(43, Instant.ofEpochMilli(900)),
                            TestDecision.fired("errors are within budget"),
                            new RuleActivity(3, Instant.ofEpochMilli(900))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRulesetIsStoredOnceForAllItsDecisions(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writerAfter(3), TestDecision.at(4));
            try (TestStore again = store.restarted()) {
                TestStore.write(again.writer(), TestDecision.at(5));
                assertThat(again.count("SELECT COUNT(*) FROM ruleset")).isEqualTo(1);
                TestDecision decision = TestDecision.at(1);
                assertThat(again.reader.ruleset(decision.ruleset().version()).orElseThrow())
                        .isEqualTo(decision.storedRuleset())
                        .asString(StandardCharsets.UTF_8)
                        .contains("load-gate/a.drl");
                assertThat(again.reader.ruleset("sha256:unknown")).isEmpty();
            }
        }
    }
}
