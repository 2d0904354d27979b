package dev.shipgate.ingest.k6;

import static dev.shipgate.ingest.k6.SummaryRoutesTest.rate;
import static dev.shipgate.ingest.k6.SummaryRoutesTest.summary;
import static dev.shipgate.ingest.k6.SummaryRoutesTest.trend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning of the figures of a summary. */
class SummaryFiguresTest {

    @Test
    void passesOfFailedRequestsAreTheFailures() {
        K6Reading told = K6Reading.of(summary(trend("http_req_duration", 50), rate("http_req_failed", 97, 3)));

        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(50.0), 0.97, 100L, 97L));
    }

    @Test
    void aRateThatContradictsItsCountsIsRefused() {
        assertThatThrownBy(() -> K6Reading.of(summary(
                        trend("http_req_duration", 50),
                        "\"http_req_failed\": {\"passes\": 97, \"fails\": 3, \"value\": 0.03}")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "http_req_failed: The rate (0.03) is not passes / (passes + fails) (0.97), where passes are the "
                                + "failed requests.");
    }

    @Test
    void noRequestsMeasureNothing() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                "\"http_req_duration{name:idle}\": {\"avg\": 0, \"p(95)\": 0}",
                rate("http_req_failed{name:idle}", 0, 0),
                "\"http_reqs{name:idle}\": {\"count\": 0, \"rate\": 0}"));

        assertThat(told.summaries).containsEntry("idle", new Summary(P95.UNKNOWN, null, 0L));
    }

    @Test
    void zerosWithoutACountAreOfNoRequests() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50), "\"http_req_duration{name:idle}\": {\"avg\": 0, \"p(95)\": 0}"));

        assertThat(told.summaries).containsEntry("idle", new Summary(P95.UNKNOWN, null, null));
    }

    @Test
    void requestsThatAllFailedToConnectTookNoTime() {
        K6Reading told = K6Reading.of(
                summary("\"http_req_duration\": {\"avg\": 0, \"p(95)\": 0}", rate("http_req_failed", 8, 0)));

        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(0.0), 1.0, 8L, 8L));
    }

    @Test
    void aRouteWithoutItsFailuresHasNoErrorRate() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                rate("http_req_failed", 0, 9),
                trend("http_req_duration{name:a}", 30),
                "\"http_reqs{name:a}\": {\"count\": 7, \"rate\": 1}"));

        assertThat(told.summaries).containsEntry("a", new Summary(P95.of(30.0), null, 7L));
        assertThat(told.notes)
                .containsExactly(
                        "There is no metric http_req_failed{name:a} with passes and fails, so the error rate is "
                                + "missing. k6 writes the metric from 0.31 on, and a sub-metric only for a threshold on it, such as "
                                + "['rate<1'].");
    }

    /** Its zeros would be requests that took no time. */
    @Test
    void aTrendOfOtherRequestsThanTheCounterIsRefused() {
        String none = "\"http_req_duration\": {\"count\": 0, \"avg\": 0, \"p(95)\": 0}";

        assertThatThrownBy(() -> K6Reading.of(summary(none, rate("http_req_failed", 2, 998), requests("", 1000))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("http_reqs has 1000 requests, but http_req_duration has 0 durations.");
        assertThat(K6Reading.of(summary(none, rate("http_req_failed", 2, 998))).summaries)
                .containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.UNKNOWN, null, 0L));
    }

    /** A test whose answers are all wrong may have no failed request. */
    @Test
    void checksThatFailedAreNotedWhereTheyAreMoreThanTheRequests() {
        String[] metrics = {trend("http_req_duration", 50), rate("http_req_failed", 2, 998), rate("checks", 600, 400)};

        assertThat(K6Reading.of(summary(metrics)).notes)
                .containsExactly(
                        "k6 counts 400 of 1000 checks as failed, but only 2 requests. Failed checks alone hold nothing "
                                + "back.");
        assertThat(K6Reading.of(summary(metrics[0], rate("http_req_failed", 400, 600), metrics[2])).notes)
                .isEmpty();
    }

    @Test
    void requestsThatK6DidNotJudgeAreNoted() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                rate("http_req_failed", 1, 3),
                "\"http_reqs\": {\"count\": 9, \"rate\": 1}"));

        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(50.0), 0.25, 9L));
        assertThat(told.notes)
                .containsExactly("k6 judged only 4 of 9 requests of http_req_duration, as the test told it with "
                        + "setResponseCallback. The error rate is of those.");
    }

    private static String requests(String tags, long count) {
        return "\"http_reqs" + tags + "\": {\"count\": " + count + ", \"rate\": 1}";
    }

    @Test
    void countsSuccessesWithAFailingStatusWhereAThresholdTellsThem() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                rate("http_req_failed", 10, 590),
                requests("{status:500}", 300),
                requests("{status:0}", 5),
                requests("{status:200}", 295)));

        assertThat(told.contradictingStatus).hasToString("{=295}");
        assertThat(told.notes).isEmpty();
    }

    @Test
    void successesOfARateByStatusAreContradicted() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                rate("http_req_failed", 10, 590),
                rate("http_req_failed{status:404}", 10, 20)));

        assertThat(told.contradictingStatus).hasToString("{=20}");
    }

    @Test
    void contradictedSuccessesOfNoCertainRouteCountAgainstEach() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50),
                rate("http_req_failed", 0, 600),
                requests("{status:503}", 120),
                trend("http_req_duration{name:a}", 50),
                rate("http_req_failed{name:a}", 0, 500),
                requests("{name:a,status:503}", 20),
                trend("http_req_duration{name:b}", 50),
                rate("http_req_failed{name:b}", 0, 50)));

        assertThat(told.contradictingStatus).hasToString("{a=120, b=50}");
        assertThat(told.notes)
                .containsExactly(
                        "k6 calls at least 100 requests a success although their status is 400 or more or there was no "
                                + "response, and does not say of which route. They count against each, as contradicting.");
    }

    @Test
    void noFailureIsContradictedByItsStatus() {
        K6Reading told = K6Reading.of(summary(
                trend("http_req_duration", 50), rate("http_req_failed", 300, 300), requests("{status:500}", 300)));

        assertThat(told.contradictingStatus).hasToString("{=0}");
    }

    @Test
    void p95ThatK6DidNotCalculateIsBetweenItsNeighbours() {
        K6Reading told = K6Reading.of(summary(
                "\"http_req_duration\": {\"avg\": 9, \"p(90)\": 20, \"p(99)\": 40}", rate("http_req_failed", 0, 9)));

        assertThat(told.summaries)
                .containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.between(20.0, 40.0), 0.0, 9L, 0L));
        assertThat(told.notes)
                .containsExactly("There is no p(95) in http_req_duration, only avg, p(90), p(99). Add p(95) to "
                        + "summaryTrendStats.");
    }

    @Test
    void aStricterPercentileMayBeTakenAsP95() {
        K6Reading told = K6Reading.of(
                summary("\"http_req_duration\": {\"p(90)\": 20, \"p(99)\": 40}", rate("http_req_failed", 0, 9)),
                K6Reading.mapping("p95: p(99)"));

        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(40.0), 0.0, 9L, 0L));
        assertThat(told.provenance().p95Method())
                .isEqualTo("k6: p(99) of http_req_duration, taken as p95, of all requests, failed ones included");
    }

    @Test
    void p95MayBeSpelledWithADecimal() {
        K6Reading told =
                K6Reading.of(summary("\"http_req_duration\": {\"p(95.0)\": 20}", rate("http_req_failed", 0, 9)));

        assertThat(told.summaries).containsEntry(ResultSink.WHOLE_TEST, new Summary(P95.of(20.0), 0.0, 9L, 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p(90)", "med", "avg", "max", "p(101)"})
    void nothingElseMayBeTakenAsP95(String field) {
        assertThatThrownBy(
                        () -> K6Reading.of(summary(trend("http_req_duration", 50)), K6Reading.mapping("p95: " + field)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The mapping takes \"" + field
                        + "\" as p95. It must be a percentile of k6 from p(95) to p(100): a "
                        + "lower one would hide slow requests.");
    }

    @Test
    void figuresOfTheTestsOwnMetricsAreOfTheSameTags() {
        K6Reading told = K6Reading.of(
                summary(
                        trend("http_req_duration{name:a}", 30),
                        "\"http_reqs{name:a}\": {\"count\": 4, \"rate\": 1}",
                        "\"cents{name:a}\": {\"count\": 100, \"rate\": 1}",
                        "\"cents{name:a,kind:llm}\": {\"count\": 80, \"rate\": 1}",
                        "\"queue{name:a}\": {\"value\": 3, \"min\": 1, \"max\": 9}",
                        rate("solved{name:a}", 3, 1)),
                K6Reading.mapping("""
                        metrics:
                          cost: {metric: cents, per: http_reqs, scale: 0.01}
                          llm: {metric: 'cents{kind:llm}'}
                          queue: {metric: queue, stat: max}
                          success: {metric: solved, minus: 0.5}
                        """));

        assertThat(told.metrics)
                .containsEntry("a cost", 0.25)
                .containsEntry("a llm", 80.0)
                .containsEntry("a queue", 9.0)
                .containsEntry("a success", 0.25)
                .hasSize(4);
    }

    @Test
    void metricsWithoutValuesAreMissing() {
        K6Reading told = K6Reading.of(
                summary(
                        trend("http_req_duration{name:a}", 30),
                        rate("http_req_failed{name:a}", 0, 1),
                        rate("solved{name:a}", 0, 0),
                        "\"cost_usd\": {\"avg\": 3}"),
                K6Reading.mapping("metrics: {success: {metric: solved}, cost: {metric: cost_usd, stat: avg}}"));

        assertThat(told.metrics).isEmpty();
        assertThat(told.notes)
                .containsExactly(
                        "\"success\" is missing, as there are no values of solved{name:a}. k6 writes a sub-metric for a "
                                + "threshold on it only.",
                        "\"cost\" is missing, as there are no values of cost_usd{name:a} with avg. k6 writes a sub-metric for a "
                                + "threshold on it only.");
    }

    @Test
    void anotherSchemaOfTheMachineReadableSummaryIsRefused() {
        String file = new String(K6Reading.file("machine-readable-2.0.0.json"), StandardCharsets.UTF_8)
                .replace("\"1.0.0\"", "\"2.0.0\"");

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "\"version\" (2.0.0) must be 1.x: it is the version of k6's machine-readable summary that is known "
                                + "here.");
    }
}
