package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that metrics of the test's own measure. */
class TrendRoutesTest {

    private static final String SEARCH =
            "\"search_time\": {\"type\": \"trend\", \"contains\": \"time\", \"values\": {\"count\": 500, \"avg\": 145.0, "
                    + "\"min\": 1, \"med\": 96.5, \"max\": 580, \"p(98)\": 290}}";
    private static final String ORDER =
            "\"order_time\": {\"type\": \"trend\", \"contains\": \"time\", \"values\": {\"avg\": 18.0, \"p(95)\": 36}}";
    private static final String MORE =
            "\"orders\": {\"type\": \"counter\", \"contains\": \"default\", \"values\": {\"count\": 400, \"rate\": 2}},"
                    + "\"order_failed\": {\"type\": \"rate\", \"contains\": \"default\", \"values\": {\"rate\": 0.02, "
                    + "\"passes\": 8, \"fails\": 392}}";
    private static final String HTTP =
            "\"http_reqs\": {\"type\": \"counter\", \"contains\": \"default\", \"values\": {\"count\": 950, \"rate\": 2}},"
                    + "\"http_req_duration\": {\"type\": \"trend\", \"contains\": \"time\", \"values\": {\"p(95)\": 240}},"
                    + "\"http_req_failed\": {\"type\": \"rate\", \"contains\": \"default\", \"values\": {\"rate\": 0.01, "
                    + "\"passes\": 7, \"fails\": 943}}";

    private static final String BOTH = "{routes: {search: [{metric: search_time}], order: [{metric: order_time, "
            + "samples: orders, failed: order_failed}]}}";

    private static K6Reading told(String mapping, String... metrics) {
        String file = "{\"root_group\": {\"name\": \"\"}, \"metrics\": {" + String.join(",", metrics) + "}}";
        return K6Reading.of(file.getBytes(StandardCharsets.UTF_8), K6Reading.mapping(mapping));
    }

    @Test
    void aTrendOfNoValuesMeasuresNothingWhateverACounterSays() {
        K6Reading told = told(
                BOTH.replace("order_time,", "search_time,").replace("search: [{metric: search_time}], ", ""),
                SEARCH.replace("\"count\": 500", "\"count\": 0").replaceAll("(96.5|580|290|145.0)", "0"),
                MORE);

        assertThat(told.summaries).containsEntry("search_time", new Summary(P95.UNKNOWN, 0.02, 400L, 8L));
    }

    @Test
    void asksWhetherATrendThatIsAllBelowAMillisecondIsOfSeconds() {
        K6Reading told = told(
                "{routes: {search: [{metric: search_time}]}}",
                SEARCH.replace("96.5", "0.0965")
                        .replace("580", "0.58")
                        .replace("290", "0.29")
                        .replace("\"min\": 1", "\"min\": 0.01"));

        assertThat(told.notes).contains("All values of search_time are below 1 ms. Are they seconds?");
    }

    @Test
    void aTrendOfTheTestsOwnIsARoute() {
        K6Reading told = told(BOTH, SEARCH, ORDER, MORE, HTTP);

        assertThat(told.summaries)
                .containsOnlyKeys("search_time", "order_time")
                .containsEntry("search_time", new Summary(P95.between(96.5, 290.0), null, 500L))
                .containsEntry("order_time", new Summary(P95.of(36.0), 0.02, 400L, 8L));
        assertThat(told.leftOut)
                .containsExactly("950 (7 failed) as they are of HTTP, for which the mapping has no route");
        assertThat(told.notes)
                .containsExactly(
                        "Nothing says which requests of search_time failed, so the error rate is missing. The mapping may "
                                + "name a rate of the test's own that is true for those: failed: ...",
                        "There is no p(95) in search_time, only count, avg, min, med, max, p(98). Add p(95) to "
                                + "summaryTrendStats.");
    }

    @Test
    void aStricterPercentileThatTheMappingTakesIsAnUpperBound() {
        K6Reading told = told("{p95: p(98), routes: {search: [{metric: search_time}]}}", SEARCH);

        assertThat(told.summaries).containsEntry("search_time", new Summary(P95.between(96.5, 290.0), null, 500L));
        assertThat(told.notes)
                .contains("The mapping takes p(98) of search_time, which is an upper bound of p95.")
                .noneMatch(note -> note.contains("Add p(95)"));
        assertThat(told("{p95: p(99), routes: {search: [{metric: search_time}]}}", SEARCH).notes)
                .contains("There is no p(99) in search_time, only count, avg, min, med, max, p(98). Add p(99) to "
                        + "summaryTrendStats.");
    }

    @Test
    void requestsOfGrpcAreLeftOutUnlessTheMappingHasTheirRoute() {
        String grpc = SEARCH.replace("search_time", "grpc_req_duration");

        assertThat(told("{routes: {order: [{metric: order_time}]}}", ORDER, grpc).leftOut)
                .containsExactly("500 (null failed) as they are of gRPC, of which k6 does not judge any");
        assertThat(told("{routes: {order: [{metric: order_time}]}}", ORDER, grpc.replace("\"count\": 500, ", "")).notes)
                .contains(
                        "Requests, whose number grpc_req_duration does not say, are left out as they are of gRPC, of which "
                                + "k6 does not judge any.");
        assertThat(told("{routes: {calls: [{metric: grpc_req_duration}]}}", grpc).leftOut)
                .isEmpty();
    }

    @Test
    void aTestWithoutHttpHasRoutesOfTrends() {
        assertThat(told(BOTH, SEARCH, ORDER, MORE).summaries).containsOnlyKeys("search_time", "order_time");
    }

    @Test
    void requestsOverHttpAreARouteBesideThem() {
        assertThat(told("{route: all, routes: {search: [{metric: search_time}]}}", SEARCH, HTTP).summaries)
                .containsOnlyKeys("search_time", "")
                .containsEntry("", new Summary(P95.of(240.0), 7 / 950.0, 950L, 7L));
    }

    @Test
    void aRateSaysHowManyRequestsThereWereWhereNothingElseDoes() {
        assertThat(told("{routes: {order: [{metric: order_time, failed: order_failed}]}}", ORDER, MORE).summaries)
                .containsEntry("order_time", new Summary(P95.of(36.0), 0.02, 400L, 8L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metric: serch_time} | There is no metric \"serch_time\", as a route of the mapping wants it. There is "
                        + "order_time (trend), orders (counter), order_failed (rate).",
                "{metric: orders} | The metric \"orders\" is a counter, and no trend, as a route of the mapping wants it. There "
                        + "is order_time (trend), orders (counter), order_failed (rate).",
                "{metric: order_time, failed: orders} | The metric \"orders\" is a counter, and no rate, as a route of the "
                        + "mapping wants it. There is order_time (trend), orders (counter), order_failed (rate)."
            })
    void saysWhichMetricsThereAre(String route, String message) {
        assertThatThrownBy(() -> told("{routes: {order: [" + route + "]}}", ORDER, MORE))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @Test
    void pointsAndOtherToolsHaveNoTrendsThatCouldBeRoutes() {
        Mapping mapping = K6Reading.mapping(BOTH);

        assertThatThrownBy(() -> K6Reading.of(K6Reading.file("points.json"), mapping))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The mapping has a route that the metric \"search_time\" measures, but a file of k6's points "
                                + "has none that could. Only summaries of k6 have.");
    }
}
