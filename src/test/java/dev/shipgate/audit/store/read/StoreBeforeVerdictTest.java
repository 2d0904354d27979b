package dev.shipgate.audit.store.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.store.EarlierStore;
import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Json;
import dev.shipgate.testing.StoreBeforeVerdict;
import dev.shipgate.testing.WithDatabaseServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of the last version without a verdict in its answers are read, found and gone on with. */
@BesideOthers
@WithDatabaseServer
class StoreBeforeVerdictTest {

    private static final List<String> LINES = StoreBeforeVerdict.decisions();
    private static final List<JsonNode> RECORDS = LINES.stream().map(Json::json).toList();

    /** The scripts of the schema that this version had. */
    private static final String SCHEMA = "4";

    private static TestStore open(Product product) throws SQLException {
        TestStore recorded = TestStore.sqlite(StoreBeforeVerdict.copy());
        if (product == Product.SQLITE) {
            return recorded;
        }
        try (recorded) {
            return EarlierStore.of(recorded, product, SCHEMA);
        }
    }

    private static UUID id(JsonNode record) {
        return UUID.fromString(record.path("decision_id").asText());
    }

    @ParameterizedTest
    @EnumSource
    void staysAsItWasWhenMoreIsRecorded(Product product) throws Exception {
        try (TestStore store = open(product)) {
            VerificationReport before = store.verify(StoreBeforeVerdict.HEAD);
            assertThat(before.firstMisfit()).isNull();
            assertThat(before.headHash()).isEqualTo(StoreBeforeVerdict.HEAD);
            assertThat(before.decisions()).isEqualTo(LINES.size());
            assertReads(store);

            GroupCommit writer = store.writer();
            assertThat(store.verify(StoreBeforeVerdict.HEAD)).isEqualTo(before);
            TestDecision next = TestDecision.at(
                    evaluatedAt(RECORDS.get(RECORDS.size() - 1)).plusSeconds(1).toEpochMilli());
            TestStore.write(writer, next);

            VerificationReport after = store.verify(StoreBeforeVerdict.HEAD);
            assertThat(after.firstMisfit()).isNull();
            assertThat(after.decisions()).isEqualTo(LINES.size() + 1);
            assertThat(store.reader.latest(Filter.all())).contains(next.id);
            assertReads(store);
        }
    }

    private static void assertReads(TestStore store) {
        for (int i = 0; i < LINES.size(); i++) {
            assertThat(store.line(id(RECORDS.get(i)))).isEqualTo(LINES.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachDecisionIsFoundByEachFilter(Product product) throws Exception {
        try (TestStore store = open(product)) {
            assertFound(store, text("/kind"), (filter, value) -> filter.kind = value);
            assertFound(store, text("/service"), (filter, value) -> filter.service = value);
            assertFound(store, text("/environment"), (filter, value) -> filter.environment = value);
            assertFound(store, text("/version"), (filter, value) -> filter.version = value);
            assertFound(store, text("/verdict"), (filter, value) -> filter.verdict = value);
            assertFound(store, text("/ruleset/version"), (filter, value) -> filter.ruleset = value);
            assertFound(store, StoreBeforeVerdictTest::routes, (filter, value) -> filter.route = value);
            assertFound(store, StoreBeforeVerdictTest::rules, (filter, value) -> filter.rule = value);
            for (JsonNode record : RECORDS) {
                Instant from = evaluatedAt(record);
                Instant to = from.plus(Duration.ofMillis(1));
                assertThat(store.find(Filter.by(filter -> {
                            filter.from = from;
                            filter.to = to;
                        })))
                        .containsExactly(id(record));
            }
        }
    }

    /** Finds the decisions of each value that any has, and no others. */
    private static void assertFound(
            TestStore store, Function<JsonNode, Set<String>> values, BiConsumer<Filter, String> ask) {
        Set<String> all = new TreeSet<>();
        RECORDS.forEach(record -> all.addAll(values.apply(record)));
        assertThat(all).isNotEmpty();
        for (String value : all) {
            List<UUID> expected = new ArrayList<>();
            RECORDS.stream()
                    .filter(record -> values.apply(record).contains(value))
                    .forEach(record -> expected.add(0, id(record)));
            assertThat(store.find(Filter.by(filter -> ask.accept(filter, value))))
                    .as(value)
                    .isEqualTo(expected);
        }
    }

    private static Function<JsonNode, Set<String>> text(String pointer) {
        return record ->
                record.at(pointer).isTextual() ? Set.of(record.at(pointer).asText()) : Set.of();
    }

    private static Set<String> routes(JsonNode record) {
        Set<String> routes = new TreeSet<>();
        record.path("routes").forEach(route -> routes.add(route.asText()));
        return routes;
    }

    private static Set<String> rules(JsonNode record) {
        Set<String> rules = new TreeSet<>();
        record.path("rules_fired")
                .forEach(firing -> rules.add(firing.path("rule").asText()));
        return rules;
    }

    private static Instant evaluatedAt(JsonNode record) {
        return Instant.parse(record.path("evaluated_at").asText());
    }
}
