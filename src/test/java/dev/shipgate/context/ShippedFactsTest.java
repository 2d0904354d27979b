package dev.shipgate.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of releases that shipped, for rules and for the record. */
class ShippedFactsTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static MeasuredRoute route(String name, @Nullable Double p95Ms) {
        return new MeasuredRoute(name, p95Ms, 0.01, 0.002, 0.0, Map.of());
    }

    private static MarkedRelease mark(int number, @Nullable String version, ReleaseMeasurements measurements) {
        return new MarkedRelease(version, new UUID(0, number), NOON.plusSeconds(number), measurements);
    }

    private static MarkedRelease mark(int number, @Nullable String version, MeasuredRoute... routes) {
        return mark(number, version, ReleaseMeasurements.ofRoutes(List.of(routes)));
    }

    private static ShippedFacts facts(int remembered, MarkedRelease... newestFirst) {
        return ShippedFacts.of(List.of(newestFirst), remembered);
    }

    @Test
    void eachRouteIsThatOfTheNewestReleaseThatMeasuredIt() {
        ShippedFacts facts = facts(
                10, mark(3, "1.2", route("find", 300.0)), mark(2, "1.1", route("find", 200.0), route("book", 90.0)));
        assertThat(facts.routes()).extracting(ShippedRelease::route).containsExactly("find", "book");
        assertThat(facts.routes()).extracting(ShippedRelease::version).containsExactly("1.2", "1.1");
        assertThat(facts.routes()).extracting(ShippedRelease::p95Ms).containsExactly(300.0, 90.0);
    }

    @Test
    void theBestOfEachMetricIsToldByItself() {
        MeasuredRoute fast = new MeasuredRoute("find", 100.0, 0.05, null, -0.1, Map.of());
        MeasuredRoute right = new MeasuredRoute("find", null, 0.001, 0.004, 0.3, Map.of("p95_at_most_ms", 50.0));
        assertThat(facts(10, mark(2, "1.1", fast), mark(1, "1.0", right)).best())
                .containsExactly(new BestShipped("find", 100.0, 0.001, 0.004, 0.3, 2));
    }

    @Test
    void marksOfOneVersionAreOneReleaseOfWhichTheBestIsKept() {
        ShippedFacts facts = facts(
                10,
                mark(4, "1.1", route("find", 210.0)),
                mark(3, "1.1", route("find", 100.0), route("book", 80.0)),
                mark(2, "1.0", route("find", 200.0)));
        assertThat(facts.best())
                .containsExactly(
                        new BestShipped("find", 100.0, 0.01, 0.002, 0.0, 2),
                        new BestShipped("book", 80.0, 0.01, 0.002, 0.0, 1));
        assertThat(facts.routes()).extracting(ShippedRelease::p95Ms).containsExactly(210.0, 80.0);
    }

    @Test
    void noMoreReleasesAreRememberedThanAreAskedFor() {
        List<MarkedRelease> marks = new ArrayList<>();
        for (int i = 12; i > 0; i--) {
            marks.add(mark(i, i % 2 == 0 ? "even" : null, route("find", 100.0 + i)));
        }
        ShippedFacts facts = ShippedFacts.of(marks, 3);
        assertThat(facts.routes()).extracting(ShippedRelease::p95Ms).containsExactly(112.0);
        // The release "even", and the two newest without a version.
        assertThat(facts.best()).containsExactly(new BestShipped("find", 102.0, 0.01, 0.002, 0.0, 3));
    }

    @Test
    void capacityAndTrafficAreThoseOfTheNewestReleaseWithThem() {
        ShippedFacts facts = facts(
                10,
                mark(4, "1.3", route("find", 1.0)),
                mark(3, "1.2", ReleaseMeasurements.ofCapacity(100)),
                mark(2, "1.1", ReleaseMeasurements.ofCapacity(150).and(ReleaseMeasurements.ofTraffic(1.05, 0.02))));
        assertThat(facts.capacity()).isEqualTo(new ShippedCapacity("1.2", 100, new UUID(0, 3), NOON.plusSeconds(3)));
        assertThat(facts.bestCapacity()).isEqualTo(new BestShippedCapacity(150, 2));
        assertThat(facts.traffic())
                .isEqualTo(new ShippedTraffic("1.1", 1.05, 0.02, new UUID(0, 2), NOON.plusSeconds(2)));
    }

    @Test
    void samplesAreAWholeNumberOrNotKnown() {
        Double[] given = {1_000.0, 0.0, 0.5, -1.0, null};
        assertThat(Arrays.stream(given)
                        .map(samples -> new MeasuredRoute(
                                        "find",
                                        1.0,
                                        0.0,
                                        0.0,
                                        0.0,
                                        samples == null ? Map.of() : Map.of("samples", samples))
                                .samples()))
                .containsExactly(1_000L, 0L, null, null, null);
    }

    @Test
    void theyAreReadAsTheyWereRecorded() {
        ReleaseMeasurements measured = ReleaseMeasurements.ofRoutes(List.of(new MeasuredRoute(
                        "find", 0.1 + 0.2, 1e-9, null, -1.0, Map.of("samples", 1e15, "ttft_p95_ms", 80.5))))
                .and(ReleaseMeasurements.ofCapacity(Long.MAX_VALUE))
                .and(ReleaseMeasurements.ofTraffic(1.0 / 3, 0.02));
        assertThat(ReleaseMeasurements.read(measured.write())).isEqualTo(measured);
        assertThat(ReleaseMeasurements.read(ReleaseMeasurements.NONE.write())).isEqualTo(ReleaseMeasurements.NONE);

        EvaluationContext context =
                EvaluationContext.at(NOON, ZoneOffset.UTC).withShipped(facts(10, mark(1, null, measured)));
        JsonNode recorded = RecordedJson.write(context);
        ((ObjectNode) recorded.path("time")).put("day_of_week", "monday");
        assertThat(EvaluationContext.read(recorded)).isEqualTo(context);
    }

    @Test
    void eachTextOfThemIsReplacedAndNoNumber() {
        ReleaseMeasurements measured = ReleaseMeasurements.ofRoutes(List.of(route("find", 100.0)))
                .and(ReleaseMeasurements.ofCapacity(150))
                .and(ReleaseMeasurements.ofTraffic(1.05, 0.02));
        ReleaseMeasurements renamed = ReleaseMeasurements.ofRoutes(List.of(route("[find]", 100.0)))
                .and(ReleaseMeasurements.ofCapacity(150))
                .and(ReleaseMeasurements.ofTraffic(1.05, 0.02));
        EvaluationContext context = EvaluationContext.at(NOON, ZoneOffset.UTC);
        assertThat(context.withShipped(facts(10, mark(1, "1.0", measured)))
                        .withTexts(text -> text == null ? null : "[" + text + "]"))
                .isEqualTo(context.withShipped(facts(10, mark(1, "[1.0]", renamed))));
        assertThat(context.withTexts(text -> "masked")).isEqualTo(context);
    }

    @Test
    void aContextWithoutThemIsRecordedWithoutThem() {
        assertThat(RecordedJson.write(EvaluationContext.at(NOON, ZoneOffset.UTC))
                        .fieldNames())
                .toIterable()
                .containsExactly("time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'routes':[{}]}",
                "{'routes':[{'route':'find','others':{}}]}",
                "{'capacity':{'max_supported_concurrency':null,'decision_id':'00000000-0000-0000-0000-000000000001',"
                        + "'shipped_at':'2026-11-30T12:00:00Z'}}",
                "{'best':[{'route':'find','releases':1,'another':2}]}"
            })
    void whatIsNoSuchFactIsRefused(String shipped) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(shipped.replace('\'', '"'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShippedFacts.read(recorded))
                .withMessage("No facts of shipped releases were recorded as " + recorded);
    }
}
