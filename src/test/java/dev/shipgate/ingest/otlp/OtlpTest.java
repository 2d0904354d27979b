package dev.shipgate.ingest.otlp;

import static dev.shipgate.ingest.otlp.Exported.DELTA;
import static dev.shipgate.ingest.otlp.Exported.attributes;
import static dev.shipgate.ingest.otlp.Exported.durations;
import static dev.shipgate.ingest.otlp.Exported.export;
import static dev.shipgate.ingest.otlp.Exported.metric;
import static dev.shipgate.ingest.otlp.Exported.point;
import static dev.shipgate.ingest.otlp.Exported.text;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.recognises;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The samples are of the OpenTelemetry SDK for Node.js; their figures were calculated from the same files by other
 * code.
 */
class OtlpTest {

    private static final String SAMPLES = "otlp/";

    /** The default buckets of the conventions; the 95th percentile of the requests that were counted is 2400 ms. */
    @Test
    void knowsThePercentileOnlyWithinAWideBucket() throws IOException {
        LoadTestResult test =
                read(new Otlp(), Mapping.none(), file(null, SampleFiles.read(SAMPLES + "default-buckets.json")));

        assertThat(test.routes().toString())
                .isEqualTo("{/quote={\"p95_ms\":1750.0,\"p95_at_least_ms\":1000.0,\"p95_at_most_ms\":2500.0,"
                        + "\"error_rate\":0.0,\"samples\":1000,\"failed\":0}}");
        assertThat(test.notes()).isEmpty();
    }

    @Test
    void narrowsTheBoundsByTheLongestDuration() throws IOException {
        String point = point("a", 200, 10, 20, 90, 0, 10, 0);

        assertThat(routes(export(
                        "1", durations(DELTA, point.replace("\"count\"", "\"min\":0.01,\"max\":0.8,\"count\"")))))
                .isEqualTo("{a={\"p95_ms\":750.0,\"p95_at_least_ms\":500.0,\"p95_at_most_ms\":800.0,\"error_rate\":0.0,"
                        + "\"samples\":100,\"failed\":0}}");
    }

    @Test
    void knowsNoLongestDurationWhereAPointDoesNotSayIt() throws IOException {
        String says = point("a", 200, 10, 20, 90, 0, 5, 0).replace("\"count\"", "\"max\":0.8,\"count\"");

        assertThat(routes(export("1", durations(DELTA, says, point("a", 201, 10, 20, 0, 0, 5, 0)))))
                .contains("\"p95_at_most_ms\":1000.0");
        assertThat(routes(export("1", durations(DELTA, says, point("a", 201, 10, 20, 0, 0, 0, 0)))))
                .contains("\"p95_at_most_ms\":800.0");
    }

    @Test
    void wondersAtMillisecondsInBucketsMadeForSeconds() throws IOException {
        LoadTestResult test = read(
                new Otlp(),
                Mapping.none(),
                file(
                        null,
                        export(
                                "1",
                                durations(
                                        DELTA,
                                        point("a", 200, 10, 20, 0, 0, 0, 50)
                                                .replace("\"count\"", "\"sum\":12000,\"count\"")))));

        assertThat(test.routes().toString())
                .isEqualTo("{a={\"p95_at_least_ms\":1000.0,\"error_rate\":0.0,\"samples\":50,\"failed\":0}}");
        assertThat(test.notes())
                .contains(
                        "\"a\": All durations are beyond the largest bucket, 1000 ms. Maybe milliseconds were recorded in "
                                + "buckets made for seconds?");
    }

    @Test
    void readsCumulativeHistogramsWithBounds() throws IOException {
        LoadTestResult test =
                read(new Otlp(), Mapping.none(), file(null, SampleFiles.read(SAMPLES + "explicit-cumulative.ndjson")));

        assertThat(test.routes().toString())
                .isEqualTo(
                        "{/tts={\"p95_ms\":9.68696,\"p95_at_least_ms\":5.0,\"p95_at_most_ms\":10.0,\"error_rate\":0.0,\"samples\":328,\"failed\":0}, "
                                + "/asr={\"p95_ms\":23.7563,\"p95_at_least_ms\":10.0,\"p95_at_most_ms\":25.0,\"error_rate\":0.0,\"samples\":330,\"failed\":0}, "
                                + "/llm={\"p95_ms\":233.48,\"p95_at_least_ms\":100.0,\"p95_at_most_ms\":239.051277,\"error_rate\":0.0712166,\"samples\":337,\"failed\":24}}");
        assertThat(test.notes())
                .containsExactly(
                        "452 requests, 4 of them failed, are left out as they were counted before the first export of the "
                                + "file.",
                        "165 requests, none of them failed, are left out as they have no http.route, as those to no known "
                                + "route.");
        assertThat(test.provenance().tool()).isEqualTo("otlp");
    }

    @Test
    void readsExponentialHistogramsOfDeltas() throws IOException {
        LoadTestResult test =
                read(new Otlp(), Mapping.none(), file(null, SampleFiles.read(SAMPLES + "exponential-delta.ndjson")));

        assertThat(test.routes().toString())
                .isEqualTo(
                        "{/tts={\"p95_ms\":6.6178,\"p95_at_least_ms\":6.5695,\"p95_at_most_ms\":6.64105,\"error_rate\":0.0,\"samples\":453,\"failed\":0}, "
                                + "/asr={\"p95_ms\":20.7522,\"p95_at_least_ms\":20.7068,\"p95_at_most_ms\":21.1603,\"error_rate\":0.0,\"samples\":458,\"failed\":0}, "
                                + "/llm={\"p95_ms\":215.744,\"p95_at_least_ms\":214.827,\"p95_at_most_ms\":219.532,\"error_rate\":0.0412148,\"samples\":461,\"failed\":19}}");
        assertThat(test.notes())
                .containsExactly(
                        "226 requests, none of them failed, are left out as they have no http.route, as those to no "
                                + "known route.");
    }

    @Test
    void addsMethodsAndStatusesOfARouteAndCountsServerErrorsOnly() throws IOException {
        assertThat(routes(export(
                        "1",
                        durations(
                                DELTA,
                                point("a", 200, 10, 20, 80, 8, 0, 0),
                                point("a", 404, 10, 20, 5, 0, 0, 0),
                                point("a", 503, 10, 20, 0, 0, 4, 0),
                                point(
                                        text("http.route", "a") + "," + text("error.type", "timeout"),
                                        10,
                                        20,
                                        "0.1,0.5,1",
                                        0,
                                        0,
                                        3,
                                        0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":642.857,\"p95_at_least_ms\":500.0,\"p95_at_most_ms\":1000.0,\"error_rate\":0.07,\"samples\":100,\"failed\":7}}");
    }

    @Test
    void knowsABoundOnlyInTheLastBucket() throws IOException {
        LoadTestResult test = read(
                new Otlp(),
                Mapping.none(),
                file(null, export("1", durations(DELTA, point("a", 200, 10, 20, 90, 0, 4, 6)))));

        assertThat(test.routes().toString())
                .isEqualTo("{a={\"p95_at_least_ms\":1000.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0}}");
        assertThat(test.notes())
                .containsExactly(
                        "The p95 of \"a\" is only known to be at least 1000 ms: it is in the last bucket, which "
                                + "has no upper bound.");
    }

    @Test
    void knowsTheBoundItselfWhereTheRankIsAtItsEnd() throws IOException {
        assertThat(routes(export("1", durations(DELTA, point("a", 200, 10, 20, 90, 0, 5, 5)))))
                .isEqualTo(
                        "{a={\"p95_ms\":1000.0,\"p95_at_least_ms\":500.0,\"p95_at_most_ms\":1000.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0}}");
    }

    @Test
    void knowsNoPercentileWithoutBuckets() throws IOException {
        LoadTestResult test = read(
                new Otlp(),
                Mapping.none(),
                file(null, export("1", durations(DELTA, point(attributes("a", 200), 10, 20, "", 7)))));

        assertThat(test.routes().toString()).isEqualTo("{a={\"error_rate\":0.0,\"samples\":7,\"failed\":0}}");
        assertThat(test.notes()).containsExactly("The p95 of \"a\" is not known: its histogram has no buckets.");
    }

    @Test
    void knowsNoErrorRateWhereNoStatusIsThere() throws IOException {
        LoadTestResult test = read(
                new Otlp(),
                Mapping.none(),
                file(null, export("1", durations(DELTA, point(text("http.route", "a"), 10, 20, "0.1", 19, 0)))));

        assertThat(test.routes().toString())
                .isEqualTo("{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"samples\":19}}");
        assertThat(test.notes())
                .containsExactly(
                        "The error rate of \"a\" is not known: some requests have neither a status code nor an "
                                + "error.type.");
    }

    @Test
    void measuresNothingOfARouteWithoutRequests() throws IOException {
        assertThat(routes(export("1", durations(DELTA, point("a", 200, 10, 20, 0, 0, 0, 0)))))
                .isEqualTo("{a={\"samples\":0}}");
    }

    @Test
    void readsTheOldMetricInMillisecondsUnlessTheNewOneIsThereToo() throws IOException {
        String old = metric(
                "http.server.duration",
                "ms",
                "histogram",
                DELTA,
                point(
                        text("http.route", "a") + ",{\"key\":\"http.status_code\",\"value\":{\"intValue\":500}}",
                        10,
                        20,
                        "100",
                        20,
                        0));

        assertThat(routes(export("1", old)))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":1.0,\"samples\":20,\"failed\":20}}");
        LoadTestResult both = read(
                new Otlp(),
                Mapping.none(),
                file(null, export("1", old + "," + durations(DELTA, point("a", 200, 10, 20, 0, 10, 0, 0)))));
        assertThat(both.routes().toString())
                .isEqualTo(
                        "{a={\"p95_ms\":480.0,\"p95_at_least_ms\":100.0,\"p95_at_most_ms\":500.0,\"error_rate\":0.0,\"samples\":10,\"failed\":0}}");
        assertThat(both.notes())
                .containsExactly(
                        "20 requests, 20 of them failed, are left out as http.server.duration counts them, beside "
                                + "http.server.request.duration of the same process.");
    }

    @Test
    void wondersAtSecondsThatAreDeclaredAsMilliseconds() throws IOException {
        String bounds = "0.005,0.01,0.25,0.5,1,10";
        String point = point(attributes("a", 200), 10, 20, bounds, 0, 0, 0, 0, 40, 60, 0)
                .replace("\"count\"", "\"sum\":250,\"count\"");
        LoadTestResult test = read(
                new Otlp(),
                Mapping.none(),
                file(null, export("1", metric("http.server.duration", "ms", "histogram", DELTA, point))));

        assertThat(test.notes())
                .containsExactly(
                        "\"a\": The largest bucket ends at 10 ms. Maybe its bounds are seconds, and not milliseconds?");
    }

    @Test
    void refusesALongestDurationThatContradictsTheCounts() {
        String point = point("a", 200, 10, 20, 0, 96, 4, 0).replace("\"count\"", "\"max\":0.2,\"count\"");

        assertThatThrownBy(() -> routes(export("1", durations(DELTA, point))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Durations from 500 to 1000 ms were counted, but the longest is 200 ms.");
    }

    @Test
    void readsRequestsWithoutRoutesAsTheWholeTest() throws IOException {
        String exported = export("1", durations(DELTA, point(text("http.status_code", "200"), 10, 20, "0.1", 20, 0)));
        LoadTestResult test = read(new Otlp(), exported, Mapping.none().with("book_table", null));

        assertThat(test.routes().toString())
                .isEqualTo(
                        "{book_table={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void findsRoutesInTheAttributeThatTheCallerNames() throws IOException {
        String names = attributes("/v1", 200) + "," + text("operation", "a");
        String exported = export("1", durations(DELTA, point(names, 10, 20, "0.1", 20, 0)));
        LoadTestResult test = read(new Otlp(), exported, Mapping.none().with(null, "operation"));

        assertThat(test.routes().toString())
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void recognisesMetricsAlsoAfterOtherSignals() throws IOException {
        assertThat(recognised("{\"resourceMetrics\":[]}\n")).isTrue();
        assertThat(recognised("{\"resourceSpans\":[]}\n{\"resourceMetrics\":[]}\n"))
                .isTrue();
        assertThat(recognised("{\"resourceSpans\":[]}\n")).isFalse();
    }

    private static boolean recognised(String text) throws IOException {
        return recognises(new Otlp(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String routes(String exports) throws IOException {
        return read(new Otlp(), Mapping.none(), file(null, exports)).routes().toString();
    }
}
