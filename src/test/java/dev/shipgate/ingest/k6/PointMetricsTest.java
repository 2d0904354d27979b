package dev.shipgate.ingest.k6;

import static dev.shipgate.ingest.k6.K6PointsTest.metric;
import static dev.shipgate.ingest.k6.K6PointsTest.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import org.junit.jupiter.api.Test;

/** Metrics of the test's own, from points. */
class PointMetricsTest {

    private static final String A = "\"name\":\"a\"";
    private static final String B = "\"name\":\"b\"";
    private static final String REQUESTS = point("http_req_duration", 1, A, "\"expected_response\":\"true\"")
            + point("http_req_duration", 1, B, "\"expected_response\":\"true\"");

    private static Mapping mapping(String... metrics) {
        return K6Reading.mapping("metrics: {" + String.join(", ", metrics) + "}");
    }

    @Test
    void trendsHaveAverageSumCountAndExtremes() {
        K6Reading told = K6Reading.of(
                metric("cost", "trend") + REQUESTS + point("cost", 2, A) + point("cost", 5, A) + point("cost", 7, B),
                mapping(
                        "avg: {metric: cost}",
                        "sum: {metric: cost, stat: sum}",
                        "count: {metric: cost, stat: count}",
                        "min: {metric: cost, stat: min}",
                        "max: {metric: cost, stat: max}"));

        assertThat(told.metrics)
                .containsEntry("a avg", 3.5)
                .containsEntry("a sum", 7.0)
                .containsEntry("a count", 2.0)
                .containsEntry("a min", 2.0)
                .containsEntry("a max", 5.0)
                .containsEntry("b avg", 7.0)
                .hasSize(10);
    }

    @Test
    void countersRatesAndGaugesHaveTheirUsualFigure() {
        K6Reading told = K6Reading.of(
                metric("tokens", "counter")
                        + metric("solved", "rate")
                        + metric("queue", "gauge")
                        + REQUESTS
                        + point("tokens", 2, A)
                        + point("tokens", 3, A)
                        + point("solved", 1, A)
                        + point("solved", 0, A)
                        + point("queue", 9, A)
                        + point("queue", 4, A),
                K6Reading.mapping("""
                        metrics:
                          tokens: {metric: tokens}
                          solved: {metric: solved}
                          queue: {metric: queue}
                          cost: {metric: tokens, per: solved, per_stat: passes}
                        leave_out: [{name: b}]
                        """));

        assertThat(told.metrics)
                .containsEntry("a tokens", 5.0)
                .containsEntry("a solved", 0.5)
                .containsEntry("a queue", 4.0)
                .containsEntry("a cost", 5.0)
                .hasSize(4);
    }

    @Test
    void valuesBeforeTheFirstRequestCountToo() {
        K6Reading told = K6Reading.of(
                metric("tokens", "counter") + point("tokens", 4, A) + REQUESTS + point("tokens", 1, A),
                mapping("tokens: {metric: tokens}"));

        assertThat(told.metrics).containsEntry("a tokens", 5.0).hasSize(1);
    }

    @Test
    void onlyValuesWithTheTagsOfTheMappingCount() {
        K6Reading told = K6Reading.of(
                metric("tokens", "counter")
                        + REQUESTS
                        + point("tokens", 4, A, "\"kind\":\"llm\"")
                        + point("tokens", 1, A, "\"kind\":\"tts\""),
                mapping("llm: {metric: 'tokens{kind:llm}'}", "all: {metric: tokens}"));

        assertThat(told.metrics)
                .containsEntry("a llm", 4.0)
                .containsEntry("a all", 5.0)
                .hasSize(2);
    }

    @Test
    void namesThatAreOneRouteAreSummedTogether() {
        K6Reading told = K6Reading.of(
                metric("cost", "trend") + REQUESTS + point("cost", 1, A) + point("cost", 5, B), K6Reading.mapping("""
                        routes: {both: [{pattern: '[ab]'}]}
                        metrics: {cost: {metric: cost}}
                        """));

        assertThat(told.metrics).containsEntry("a cost", 3.0).hasSize(1);
    }

    @Test
    void whatHasNoValuesForARouteIsMissing() {
        K6Reading told = K6Reading.of(
                metric("cost", "trend") + REQUESTS + point("cost", 1, A) + point("cost", 1),
                mapping("cost: {metric: cost}"));

        assertThat(told.metrics).containsEntry("a cost", 1.0).hasSize(1);
        assertThat(told.notes)
                .containsExactly(
                        "\"cost\" is missing for \"b\": there are no values of cost for it, by the tag \"name\", or not "
                                + "that figure of them. From points there are count and rate, value, and avg, min, max, sum and count.");
    }

    @Test
    void manyValuesBeforeTheFirstRequestAreRefused() {
        String file = metric("tokens", "counter") + point("tokens", 4, A).repeat(10_001) + REQUESTS;

        assertThatThrownBy(() -> K6Reading.of(file, mapping("tokens: {metric: tokens}")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 10002: More than 10000 values of tokens come before the first request. Say by which tag routes "
                                + "are named.");
        assertThat(K6Reading.of(file, K6Reading.mapping("{by: name, metrics: {tokens: {metric: tokens}}}")).metrics)
                .containsEntry("a tokens", 40_004.0);
    }
}
