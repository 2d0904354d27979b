package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of points of requests. */
class K6PointsTest {

    private static final String OK = "\"expected_response\":\"true\"";
    private static final String FAILED = "\"expected_response\":\"false\"";

    /** A point at 1000 s after 1970. */
    static String point(String metric, double value, String... tags) {
        return "{\"metric\":\"" + metric
                + "\",\"type\":\"Point\",\"data\":{\"time\":\"1970-01-01T00:16:40Z\",\"value\":" + value + ",\"tags\":{"
                + String.join(",", tags) + "}}}\n";
    }

    static String metric(String name, String type, String... submetrics) {
        StringBuilder all = new StringBuilder();
        for (String submetric : submetrics) {
            all.append(all.isEmpty() ? "" : ",").append("{\"name\":\"" + submetric + "\",\"suffix\":\"\",\"tags\":{}}");
        }
        return "{\"type\":\"Metric\",\"data\":{\"name\":\"" + name + "\",\"type\":\"" + type
                + "\",\"contains\":\"default\",\"thresholds\":[],\"submetrics\":[" + all + "]},\"metric\":\"" + name
                + "\"}\n";
    }

    private static String duration(double ms, String... tags) {
        return point("http_req_duration", ms, tags);
    }

    private static String name(String name) {
        return "\"name\":\"" + name + "\"";
    }

    private static RecordingSink.Sample sample(String name, long startedAtMs, long micros, boolean failed) {
        return new RecordingSink.Sample(name, startedAtMs, micros, failed);
    }

    @Test
    void aRequestStartedItsDurationBeforeTheTimeOfItsPoint() {
        K6Reading told = K6Reading.of(duration(250.5, name("a"), OK));

        assertThat(told.samples).containsExactly(sample("a", 999_749, 250_500, false));
    }

    @Test
    void anUnexpectedResponseFailedWhateverItsStatus() {
        K6Reading told = K6Reading.of(duration(1, name("a"), FAILED, "\"status\":\"200\"")
                + duration(2, name("a"), OK, "\"status\":\"404\""));

        assertThat(told.samples).containsExactly(sample("a", 999_999, 1_000, true), sample("a", 999_998, 2_000, false));
        assertThat(told.notes).isEmpty();
    }

    @Test
    void checksThatFailedAreNotedWhereTheyAreMoreThanTheRequests() {
        String checks = point("checks", 0, name("a")) + point("checks", 1, name("a"));

        assertThat(K6Reading.of(duration(1, name("a"), OK) + checks).notes)
                .containsExactly(
                        "k6 counts 1 of 2 checks as failed, but only 0 requests. Failed checks alone hold nothing back.");
        assertThat(K6Reading.of(duration(1, name("a"), FAILED) + checks).notes).isEmpty();
    }

    @Test
    void withoutTheTagThePointAfterItSaysWhetherARequestFailed() {
        K6Reading told = K6Reading.of(duration(1, name("a"), "\"status\":\"200\"")
                + point("http_req_failed", 1, name("a"))
                + duration(2, name("a"), "\"status\":\"404\"")
                + point("http_req_failed", 0, name("a")));

        assertThat(told.samples).extracting(RecordingSink.Sample::failed).containsExactly(true, false);
        assertThat(told.notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "199, true", "200, false", "399, false", "400, true", "503, true"})
    void whatK6DidNotJudgeIsJudgedAsItDoesByDefault(String status, boolean failed) {
        K6Reading told = K6Reading.of(duration(1, name("a"), "\"status\":\"" + status + "\""));

        assertThat(told.samples).extracting(RecordingSink.Sample::failed).containsExactly(failed);
        assertThat(told.notes)
                .containsExactly(
                        "k6 did not judge 1 requests. They count as failed unless their status is 200 to 399, which is "
                                + "k6's default.");
    }

    @Test
    void theJudgementOfARequestLeftOutIsNotTakenForTheOneBefore() {
        K6Reading told = K6Reading.of(
                duration(1, "\"r\":\"a\"", "\"status\":\"200\"") + duration(2) + point("http_req_failed", 1),
                K6Reading.mapping("by: r"));

        assertThat(told.samples).extracting(RecordingSink.Sample::failed).containsExactly(false);
    }

    @Test
    void aRequestOfWhichNothingSaysWhetherItFailedIsRefused() {
        assertThatThrownBy(() -> K6Reading.of(duration(1, name("a"))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 1: Nothing says whether the request failed: there is neither a tag expected_response nor a "
                                + "number as tag status nor a point of http_req_failed after it. Add expected_response to systemTags.");
    }

    @Test
    void routesAreNamedByTheTagThatThresholdsHave() {
        String request = duration(1, name("http://h/1"), "\"group\":\"::checkout\"", "\"scenario\":\"load\"", OK);

        assertThat(K6Reading.of(metric("http_req_duration", "trend", "http_req_duration{expected_response:true}")
                                + request)
                        .samples)
                .extracting(RecordingSink.Sample::name)
                .containsExactly("http://h/1");
        assertThat(K6Reading.of(metric("http_req_duration", "trend", "http_req_duration{group:::checkout}") + request)
                        .samples)
                .extracting(RecordingSink.Sample::name)
                .containsExactly("::checkout");
    }

    @Test
    void routesAreNamedByTheTagRouteWhenTheFirstRequestHasIt() {
        K6Reading told = K6Reading.of(duration(1, name("http://h/1"), "\"route\":\"a\"", OK)
                + duration(1, name("http://h/1"), "\"route\":\"b\"", OK));

        assertThat(told.samples).extracting(RecordingSink.Sample::name).containsExactly("a", "b");
    }

    @Test
    void requestsWithoutAnyUsualTagAreTheWholeTest() {
        K6Reading told = K6Reading.of(duration(1, OK));

        assertThat(told.samples).extracting(RecordingSink.Sample::name).containsExactly(ResultSink.WHOLE_TEST);
    }

    @Test
    void requestsWithoutTheTagAreLeftOutWithANote() {
        K6Reading told = K6Reading.of(
                duration(1, name("login"), OK)
                        + duration(2, name("x"), "\"route\":\"a\"", OK)
                        + duration(3, "\"route\":\"\"", OK),
                K6Reading.mapping("by: route"));

        assertThat(told.samples).extracting(RecordingSink.Sample::name).containsExactly("a");
        assertThat(told.leftOut)
                .containsExactly(
                        "1 (0 failed) as they have no tag \"route\"", "1 (0 failed) as they have no tag \"route\"");
    }

    @Test
    void aTagThatNoRequestHasIsRefused() {
        assertThatThrownBy(() -> K6Reading.of(duration(1, name("a"), OK), K6Reading.mapping("by: route")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("No request has the tag \"route\".");
    }

    @Test
    void aTestWithoutHttpIsRefusedWithWhatIsThere() {
        assertThatThrownBy(() -> K6Reading.of(metric("grpc_req_duration", "trend") + point("grpc_req_duration", 3)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("There is no http_req_duration, so no HTTP request was measured.")
                .hasMessageEndingWith("There is grpc_req_duration.");
    }

    @Test
    void p95OfPointsIsNotTakenFromAField() {
        assertThatThrownBy(() -> K6Reading.of(duration(1, name("a"), OK), K6Reading.mapping("p95: p(99)")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The mapping takes \"p(99)\" as p95, but of points the 95th percentile is calculated. Leave p95 out "
                                + "of the mapping.");
    }

    @Test
    void aJudgementThatContradictsItsTagIsRefused() {
        String file = duration(1, name("a"), OK) + point("http_req_failed", 1, name("a"), OK);

        assertThatThrownBy(() -> K6Reading.of(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 2: http_req_failed is 1, but its tag expected_response is true.");
    }

    @Test
    void requestsOfOtherProtocolsAreToldAsLeftOut() {
        K6Reading told = K6Reading.of(metric("grpc_req_duration", "trend")
                + duration(1, name("a"), OK)
                + point("grpc_req_duration", 3)
                + point("ws_session_duration", 3)
                + point("browser_http_req_duration", 3)
                + point("grpc_req_duration", 4));

        assertThat(told.leftOut)
                .containsExactly(
                        "2 (null failed) as they are of gRPC, of which k6 does not judge any",
                        "1 (null failed) as they are sessions of WebSockets, of which k6 does not judge any",
                        "1 (null failed) as a browser sent them");
    }

    @ParameterizedTest
    @CsvSource({"-1", "1e300", "1e999"})
    void aDurationThatCannotBeIsRefused(String ms) {
        String file = duration(1, name("a"), OK).replace("\"value\":1.0", "\"value\":" + ms);

        assertThatThrownBy(() -> K6Reading.of(file, Mapping.none()))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith("Line 1: ");
    }

    @Test
    void blankLinesAndLineEndsOfWindowsDoNoHarm() {
        K6Reading told = K6Reading.of("\n" + duration(1, name("a"), OK).replace("\n", "\r\n") + "\r\n\n");

        assertThat(told.samples).hasSize(1);
    }

    @Test
    void countsSuccessesThatTheirStatusContradicts() {
        K6Reading told = K6Reading.of(duration(1, name("a"), OK, "\"status\":\"500\"")
                + duration(1, name("a"), OK, "\"status\":\"0\"")
                + duration(1, name("a"), OK, "\"status\":\"399\"")
                + duration(1, name("a"), FAILED, "\"status\":\"500\"")
                + duration(1, name("b"), OK, "\"status\":\"400\"")
                + duration(1, name("c"), OK));

        assertThat(told.contradictingStatus).hasToString("{a=2, b=1}");
    }
}
