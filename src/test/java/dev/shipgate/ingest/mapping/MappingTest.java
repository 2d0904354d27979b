package dev.shipgate.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.measure.BucketBounds;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final String FULL = """
            # The chat agent.
            by: name
            routes:
              answer_question:
                - name: POST /v1/answers
                - pattern: POST /v1/answers/[0-9]+
              hang_up:
                - name: DELETE /v1/calls
            leave_out:
              - pattern: setup.*
            others: refuse
            p95: p(95)
            largest_bucket_ms: 10000
            metrics:
              cost_per_success: {metric: cost_cents, stat: count, per: turns, per_stat: count, scale: 0.01}
              task_success_delta: {metric: task_success, stat: rate, minus: 0.93}
            """;

    private static Mapping read(String text) {
        return Mapping.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void aSignThatEndsALineForTheParserAloneIsNoEndOfTheMessage(String sign) {
        assertThat(problems("# caf" + sign + "\nroute: join: x"))
                .containsExactly(new Problem(
                        "/mapping",
                        "cannot be read at line 3, column 12: There is a second colon in this line. A text with a colon "
                                + "stands in quotation marks, and each field in a line of its own."));
    }

    @Test
    void bucketsOfAHistogramRise() {
        assertThat(read("buckets_ms: [100, 250.5, 10000]").buckets())
                .isEqualTo(new BucketBounds(List.of(100.0, 250.5, 10_000.0), true));
        for (String wrong : List.of("[]", "[100, 100]", "[0, 1]", "[250, 100]", "[100, '250']", "100")) {
            assertThat(problems("buckets_ms: " + wrong))
                    .extracting(Problem::detail)
                    .containsExactly(
                            "must be a list of 1 to 1000 numbers of milliseconds above 0, each larger than the one "
                                    + "before, such as [100, 250, 500].");
        }
        assertThat(problems("{buckets_ms: [100, 250], largest_bucket_ms: 250}"))
                .extracting(Problem::detail)
                .containsExactly("must not stand beside buckets_ms, whose last one is the largest.");
    }

    private static MetricMapping metric(Mapping mapping, String field) {
        return Objects.requireNonNull(mapping.metrics().get(field));
    }

    private static List<Problem> problems(String text) {
        try {
            read(text);
        } catch (InvalidBodyException e) {
            return e.problems();
        }
        return List.of();
    }

    @Test
    void yamlSaysWhichNamesAreWhichRoute() {
        Mapping mapping = read(FULL);
        assertThat(mapping.routeOf("POST /v1/answers")).contains("answer_question");
        assertThat(mapping.routeOf("POST /v1/answers/4711")).contains("answer_question");
        assertThat(mapping.routeOf("DELETE /v1/calls")).contains("hang_up");
        assertThat(mapping.routeOf("setup: log in")).isEmpty();
        assertThat(mapping.by()).isEqualTo("name");
        assertThat(mapping.p95()).isEqualTo("p(95)");
        assertThat(mapping.buckets()).isEqualTo(new BucketBounds(List.of(10_000.0), false));
    }

    @Test
    void whatIsOnlyLookedAtIsNotHeard() {
        Mapping mapping = read(FULL);

        assertThat(mapping.p95()).isEqualTo("p(95)");
        assertThat(mapping.use().isAsked(MappingUse.MappingMember.P95)).isFalse();

        assertThat(mapping.askP95()).isEqualTo("p(95)");
        assertThat(mapping.use().isAsked(MappingUse.MappingMember.P95)).isTrue();
        assertThat(mapping.use().isAsked(MappingUse.MappingMember.BY)).isFalse();
    }

    @Test
    void namesOfOneImportAreNoneOfTheNext() {
        assertThat(Mapping.none().routeOf("find")).contains("find");

        assertThat(Mapping.none().use().names()).isEmpty();
    }

    @Test
    void jsonSaysItToo() {
        assertThat(read("{\"routes\": {\"find\": [{\"name\": \"GET /find\"}]}}").routeOf("GET /find"))
                .contains("find");
    }

    @Test
    void aPatternMatchesWholeNames() {
        Mapping mapping = read("routes: {find: [{pattern: GET /find}]}");
        assertThat(mapping.routeOf("GET /find")).contains("find");
        assertThat(mapping.routeOf("GET /find/more")).contains("GET /find/more");
    }

    @Test
    void aPatternThatWouldTakeForeverElsewhereTakesNoTime() {
        assertThat(read("routes: {find: [{pattern: \"(a*)*b\"}]}").routeOf("a".repeat(4_000)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(((a{99}){99}){99}",
                "a{1,1001}",
                "(................................){1000}"
            })
    void aPatternThatWouldTakeAllMemoryIsRefused(String pattern) {
        assertThat(problems("routes: {find: [{pattern: \"" + pattern + "\"}]}"))
                .extracting(Problem::detail)
                .containsExactly(
                        "must have at most 500 characters, and so few repetitions such as {2,5} that they multiply these to "
                                + "at most 5000.");
    }

    @Test
    void patternsThatWouldTakeAllTimeAreRefused() {
        String many = "{pattern: \"x{800}\"},".repeat(30);
        assertThat(problems("routes: {find: [" + many + "]}"))
                .extracting(Problem::detail)
                .containsExactly("has too many or too long patterns to be looked up for each name of a file.");
    }

    @Test
    void otherNamesAreKeptLeftOutOrRefused() {
        assertThat(Mapping.none().routeOf("GET /x")).contains("GET /x");
        assertThat(read("others: keep").routeOf("GET /x")).contains("GET /x");
        assertThat(read("others: leave_out").routeOf("GET /x")).isEmpty();
        assertThatThrownBy(() -> read(FULL).routeOf("GET /x"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The mapping does not say which route \"GET /x\" is, and refuses others. Add it to a route, "
                                + "or to leave_out.");
    }

    @Test
    void aNameOfTwoRoutesIsRefused() {
        Mapping mapping = read("routes: {a: [{pattern: x.*}], b: [{pattern: .*y}]}");
        assertThatThrownBy(() -> mapping.routeOf("xy"))
                .hasMessage("The mapping says that \"xy\" is a and b. It can be one route only.");
    }

    @Test
    void aTestAsAWholeIsTheRouteThatTheCallerOrTheMappingSays() {
        assertThat(read("route: find").routeOf(ResultSink.WHOLE_TEST)).contains("find");
        assertThat(read("route: find").with("seek", null).routeOf(ResultSink.WHOLE_TEST))
                .contains("seek");
        assertThatThrownBy(() -> Mapping.none().routeOf(ResultSink.WHOLE_TEST))
                .hasMessageContaining("names no route. Say which route it is: route=");
    }

    @Test
    void metricsOfTheTestBecomeFields() {
        Mapping mapping = read(FULL);
        Map<String, Double> figures =
                Map.of("cost_cents count", 820.0, "turns count", 200.0, "task_success rate", 0.95);
        MetricMapping.Lookup file = (metric, stat) -> figures.get(metric + " " + stat);
        assertThat(metric(mapping, "cost_per_success").value(file)).isEqualTo(0.041);
        assertThat(metric(mapping, "task_success_delta").value(file)).isEqualTo(0.02);
    }

    @Test
    void whatIsDividedIsRoundedAndNothingElseIs() {
        Mapping mapping = read("""
                metrics:
                  cost_per_success: {metric: cost, per: turns, scale: 0.01}
                  tokens: {metric: tokens, scale: 0.5}
                """);
        Map<String, Double> figures = Map.of("cost", 4133.0, "turns", 999.0, "tokens", 24691357.0);
        MetricMapping.Lookup file = (metric, stat) -> figures.get(metric);

        assertThat(metric(mapping, "cost_per_success").value(file)).isEqualTo(0.0413714);
        assertThat(metric(mapping, "tokens").value(file)).isEqualTo(12345678.5);
    }

    @Test
    void whatIsNotThereOrCannotBeDividedIsMissing() {
        MetricMapping metric = metric(read(FULL), "cost_per_success");
        assertThat(metric.value((name, stat) -> null)).isNull();
        assertThat(metric.value((name, stat) -> name.equals("turns") ? 0.0 : 1.0))
                .isNull();
    }

    @Test
    void everythingThatIsWrongIsTold() {
        assertThat(problems("""
                        routs: {}
                        others: drop
                        routes: {find: [{name: a, pattern: b}], seek: [{pattern: "("}]}
                        metrics: {p95_ms: {metric: x}, cost_per_success: {stat: avg}}
                        """))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/routs",
                        "/others",
                        "/routes/find/0/name",
                        "/routes/seek/0/pattern",
                        "/metrics/p95_ms",
                        "/metrics/cost_per_success/metric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "route: a\nroute: b", "- a", "", "42"})
    void whatIsNoMappingIsRefused(String text) {
        assertThat(problems(text)).isNotEmpty();
    }
}
