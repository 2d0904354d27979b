package dev.shipgate.audit.store.read;

import static dev.shipgate.audit.store.TestDecision.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.audit.store.Filter;
import dev.shipgate.audit.store.TestDecision;
import dev.shipgate.audit.store.TestStore;
import dev.shipgate.audit.store.TestStore.Product;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.audit.store.write.GroupCommit;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.WithDatabaseServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search finds decisions by the fields of its filter, newest first, on each database. */
@BesideOthers
@WithDatabaseServer
class DecisionSearchTest {

    /** One that has nothing in common with the others, but a route. */
    private static TestDecision other(long millis) {
        TestDecision other = TestDecision.at(millis);
        other.kind = "capacity";
        other.service = "search";
        other.environment = "staging";
        other.version = "2";
        other.verdict = "block";
        other.routes = List.of("book_table", "find");
        other.rules = List.of("the break is the first step of a sustained violation");
        other.rulesetText = "another";
        return other;
    }

    @ParameterizedTest
    @EnumSource
    void eachFilterFindsWhatItNames(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            TestStore.write(store.writerAfter(3), other(4));
            TestDecision other = other(4);

            List<DecisionFilter> filters = List.of(
                    Filter.by(filter -> filter.kind = other.kind),
                    Filter.by(filter -> filter.service = other.service),
                    Filter.by(filter -> filter.environment = other.environment),
                    Filter.by(filter -> filter.version = other.version),
                    Filter.by(filter -> filter.verdict = other.verdict),
                    Filter.by(filter -> filter.route = "find"),
                    Filter.by(filter -> filter.rule = other.rules.get(0)),
                    Filter.by(filter -> filter.ruleset = other.ruleset().version()),
                    Filter.by(filter -> filter.from = Instant.ofEpochMilli(4)));
            filters.forEach(filter ->
                    assertThat(store.find(filter)).as(filter.toString()).containsExactly(id(4)));
            assertThat(store.find(Filter.by(filter -> filter.route = "book_table")))
                    .containsExactly(id(4), id(3), id(2), id(1));
            assertThat(store.find(Filter.by(filter -> filter.rule = "errors are within budget")))
                    .containsExactly(id(3), id(2), id(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersTogetherFindWhatFitsAllOfThem(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writerAfter(3);
            TestStore.write(writer, other(4));
            TestStore.write(writer, other(5));

            Filter.Asking all = filter -> {
                filter.kind = "capacity";
                filter.service = "search";
                filter.environment = "staging";
                filter.version = "2";
                filter.verdict = "block";
                filter.route = "find";
                filter.rule = other(4).rules.get(0);
                filter.ruleset = other(4).ruleset().version();
                filter.from = Instant.ofEpochMilli(4);
                filter.to = Instant.ofEpochMilli(6);
                filter.before = id(5);
            };
            assertThat(store.find(Filter.by(all))).containsExactly(id(4));
            List<Filter.Asking> misses = List.of(
                    filter -> filter.kind = "load_gate",
                    filter -> filter.service = "Search",
                    filter -> filter.environment = "stag",
                    filter -> filter.version = "2%",
                    filter -> filter.verdict = "pass",
                    filter -> filter.route = "fin",
                    filter -> filter.rule = "errors are within budget",
                    filter -> filter.ruleset = "sha256:unknown",
                    filter -> filter.from = Instant.ofEpochMilli(5),
                    filter -> filter.to = Instant.ofEpochMilli(4),
                    filter -> filter.before = id(4));
            for (int i = 0; i < misses.size(); i++) {
                Filter.Asking miss = misses.get(i);
                assertThat(store.find(Filter.by(filter -> {
                            all.of(filter);
                            miss.of(filter);
                        })))
                        .as("miss %d", i)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstInstantIsWithinAndTheLastBeyond(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            store.writerAfter(4);

            assertThat(between(store, "1970-01-01T00:00:00.002Z", "1970-01-01T00:00:00.004Z"))
                    .containsExactly(id(3), id(2));
            // Decisions are made at whole milliseconds, but anybody may ask for instants between them.
            assertThat(between(store, "1970-01-01T00:00:00.002000001Z", "1970-01-01T00:00:00.003000001Z"))
                    .containsExactly(id(3));
            assertThat(between(store, "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z"))
                    .containsExactly(id(4), id(3), id(2), id(1));
            assertThat(between(store, Instant.MIN.toString(), Instant.MAX.toString()))
                    .containsExactly(id(4), id(3), id(2), id(1));
            assertThat(between(store, Instant.MAX.toString(), Instant.MAX.toString()))
                    .isEmpty();
        }
    }

    private static List<UUID> between(TestStore store, String from, String to) {
        return store.find(Filter.by(filter -> {
            filter.from = Instant.parse(from);
            filter.to = Instant.parse(to);
        }));
    }

    @ParameterizedTest
    @EnumSource
    void aCursorGoesOnWhereThePageEndedWhateverComesMeanwhile(Product product) {
        for (DecisionFilter asked : List.of(
                Filter.all(),
                Filter.by(filter -> filter.route = "book_table"),
                Filter.by(filter -> filter.rule = "errors are within budget"))) {
            try (TestStore store = TestStore.empty(product)) {
                GroupCommit writer = store.writerAfter(50);
                List<UUID> seen = new ArrayList<>();
                DecisionFilter page = asked;
                for (int i = 0; i < 8; i++) {
                    List<DecisionRow> rows = store.reader.rows(page, 7);
                    rows.forEach(row -> seen.add(row.decisionId()));
                    page = page.olderThan(rows.get(rows.size() - 1).decisionId());
                    TestStore.write(writer, TestDecision.at(1_000 + i));
                }
                assertThat(seen)
                        .isEqualTo(LongStream.rangeClosed(1, 50)
                                .mapToObj(i -> id(51 - i))
                                .toList());
                assertThat(store.reader.rows(page, 7)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRouteIsFoundAmongMoreSetsOfRoutesThanOneQueryTakes(Product product) {
        try (TestStore store = TestStore.empty(product)) {
            GroupCommit writer = store.writer();
            for (int i = 1; i <= 600; i++) {
                TestDecision decision = TestDecision.at(i);
                decision.routes = List.of("book_table", "route " + i);
                TestStore.write(writer, decision);
            }

            assertThat(store.find(Filter.by(filter -> filter.route = "book_table")))
                    .isEqualTo(
                            LongStream.range(0, 500).mapToObj(i -> id(600 - i)).toList());
            assertThat(store.find(Filter.by(filter -> filter.route = "route 17")))
                    .containsExactly(id(17));
            assertThat(store.reader.records(Filter.by(filter -> filter.route = "book_table"), 3, Long.MAX_VALUE))
                    .extracting(StoredRecord::decisionId)
                    .containsExactly(id(600), id(599), id(598));
        }
    }
}
