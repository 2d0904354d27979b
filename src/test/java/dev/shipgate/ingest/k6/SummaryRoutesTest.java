package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which metrics of a summary measure which route. */
class SummaryRoutesTest {

    private static final String WHOLE = trend("http_req_duration", 50) + "," + rate("http_req_failed", 10, 90);

    static String trend(String name, double p95) {
        return "\"" + name + "\": {\"avg\": 10, \"p(90)\": 20, \"p(95)\": " + p95 + "}";
    }

    static String rate(String name, long passes, long fails) {
        return "\"" + name + "\": {\"passes\": " + passes + ", \"fails\": " + fails + ", \"value\": "
                + (passes + fails == 0 ? 0 : (double) passes / (passes + fails)) + "}";
    }

    static String summary(String... metrics) {
        return "{\"root_group\": {}, \"metrics\": {" + String.join(",", metrics) + "}}";
    }

    @Test
    void aSummaryWithoutSubmetricsIsOfTheWholeTest() {
        K6Reading told = K6Reading.of(summary(WHOLE, trend("http_req_duration{expected_response:true}", 9)));

        assertThat(told.summaries).containsOnlyKeys(ResultSink.WHOLE_TEST);
        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(50.0), 0.1, 100L, 10L));
    }

    @Test
    void theWholeTestIsLeftOutBesideItsRoutes() {
        K6Reading told = K6Reading.of(summary(
                WHOLE,
                trend("http_req_duration{name:a}", 30),
                rate("http_req_failed{name:a}", 1, 3),
                trend("http_req_duration{name:b}", 40),
                rate("http_req_failed{name:b}", 0, 5)));

        assertThat(told.summaries).containsOnlyKeys("a", "b");
        assertThat(told.summaries).containsEntry("a", new Summary(P95.of(30.0), 0.25, 4L, 1L));
        assertThat(told.summaries).containsEntry("b", new Summary(P95.of(40.0), 0.0, 5L, 0L));
        assertThat(told.leftOut).containsExactly("91 (9 failed) as no threshold names their route");
    }

    @Test
    void requestsOfNoRouteAreToldAlsoWithoutTheirFailures() {
        K6Reading told = K6Reading.of(summary(
                WHOLE,
                "\"http_reqs\": {\"count\": 120, \"rate\": 2}",
                trend("http_req_duration{name:a}", 30),
                "\"http_reqs{name:a}\": {\"count\": 40, \"rate\": 2}"));

        assertThat(told.leftOut).containsExactly("80 (null failed) as no threshold names their route");
    }

    @Test
    void nothingIsLeftOutOfATestWhoseRoutesHaveAllRequests() {
        K6Reading told = K6Reading.of(
                summary(WHOLE, trend("http_req_duration{name:a}", 30), rate("http_req_failed{name:a}", 10, 90)));

        assertThat(told.leftOut).isEmpty();
    }

    @Test
    void moreRequestsOfRoutesThanOfTheTestAreRefused() {
        String file = summary(
                WHOLE,
                "\"http_reqs\": {\"count\": 100, \"rate\": 2}",
                trend("http_req_duration{name:a}", 30),
                "\"http_reqs{name:a}\": {\"count\": 140, \"rate\": 2}");

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The test has 100 requests, but its routes have 140.");
    }

    @ParameterizedTest
    @CsvSource({"11, 3", "1, 100", "91, 9"})
    void aWholeTestThatContradictsItsRoutesIsRefused(long failed, long passed) {
        String file = summary(
                WHOLE,
                trend("http_req_duration{name:a}", 30),
                rate("http_req_failed{name:a}", failed, passed),
                trend("http_req_duration{name:b}", 40));

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("http_req_failed of the test has 10 failed of 100 requests, but its sub-metrics have "
                        + failed + " of " + (failed + passed) + ".");
    }

    @Test
    void failuresThatNoOtherRequestsCanBeAreRefused() {
        String file = summary(WHOLE, trend("http_req_duration{name:a}", 30), rate("http_req_failed{name:a}", 2, 93));

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "http_req_failed of the test has 10 failed of 100 requests, but its sub-metrics have 2 of 95.");
    }

    @Test
    void moreJudgedRequestsThanThereWereAreRefused() {
        String file = summary(WHOLE, "\"http_reqs\": {\"count\": 60, \"rate\": 2}");

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("http_reqs has 60 requests, but http_req_failed has 100.");
    }

    @Test
    void theMappingSaysWhichTagNamesRoutes() {
        String file =
                summary(WHOLE, trend("http_req_duration{name:a}", 30), trend("http_req_duration{endpoint:login}", 40));

        assertThat(K6Reading.of(file, K6Reading.mapping("by: endpoint")).summaries)
                .containsOnlyKeys("login");
        assertThatThrownBy(() -> K6Reading.of(file, K6Reading.mapping("by: route")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "There is no sub-metric of http_req_duration with the tag \"route\". k6 writes one for a threshold "
                                + "only: add thresholds such as 'http_req_duration{route:...}': ['p(95)<1000'].");
    }

    @Test
    void aSubmetricWithMoreTagsIsPartOfTheOneWithout() {
        K6Reading told = K6Reading.of(summary(
                WHOLE,
                trend("http_req_duration{name:a,scenario:peak}", 90),
                trend("http_req_duration{name:a}", 30),
                trend("http_req_duration{name:a,scenario:calm}", 20)));

        assertThat(told.summaries).containsOnlyKeys("a").containsEntry("a", new Summary(P95.of(30.0), null, null));
    }

    @Test
    void aPartOfARouteIsNotTheRoute() {
        assertThatThrownBy(() -> K6Reading.of(summary(
                        WHOLE,
                        trend("http_req_duration{scenario:peak,name:a}", 90),
                        rate("http_req_failed{name:a}", 0, 9))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("Of a route there are only parts: http_req_duration{scenario:peak,name:a}. ");
    }

    @Test
    void twoPartsOfARouteCannotBeCombined() {
        assertThatThrownBy(() -> K6Reading.of(summary(
                        WHOLE,
                        trend("http_req_duration{name:a,scenario:peak}", 90),
                        trend("http_req_duration{name:a,scenario:calm}", 20))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Of a route there are only parts: http_req_duration{name:a,scenario:peak} and "
                        + "http_req_duration{name:a,scenario:calm}. Percentiles of parts cannot be combined. Add a "
                        + "threshold on http_req_duration{name:a}, or name routes by another tag.");
    }

    @Test
    void successfulRequestsAreNotARoute() {
        K6Reading told = K6Reading.of(summary(
                WHOLE,
                trend("http_req_duration{name:a,expected_response:true}", 5),
                trend("http_req_duration{name:b}", 40)));

        assertThat(told.summaries).containsOnlyKeys("b");
    }

    @Test
    void aNameWithQuotesAndBracesIsAsInK6() {
        K6Reading told = K6Reading.of(
                summary(WHOLE, "\"http_req_duration{name:'http://h/\\\"x\\\"/{id}'}\": {\"p(95)\": 7, \"count\": 3}"));

        assertThat(told.summaries).containsEntry("http://h/\"x\"/{id}", new Summary(P95.of(7.0), null, 3L));
    }

    @Test
    void aTestWithoutHttpIsRefusedWithWhatWasLookedFor() {
        assertThatThrownBy(() -> K6Reading.of(
                        summary(trend("grpc_req_duration", 9), trend("iteration_duration", 10)), Mapping.none()))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "There is no http_req_duration, so no HTTP request was measured. Requests are looked for there and "
                                + "in http_req_failed only: of gRPC and WebSockets k6 does not count which failed, and an iteration is "
                                + "no request. There is grpc_req_duration, iteration_duration.");
    }
}
