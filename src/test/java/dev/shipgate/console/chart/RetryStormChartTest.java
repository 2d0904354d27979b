package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Band;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Point;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryStormChartTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REQUEST = """
            {"attempt_ratio_threshold": 1.8, "dependency_error_threshold": 0.05, "points": [
              {"minute": 0, "user_turns": 100, "service_attempts": 104, "dependency_error_rate": 0.01},
              {"minute": 1, "user_turns": 100, "service_attempts": null, "dependency_error_rate": 0.01},
              {"minute": 2, "user_turns": 100, "client_attempts": 110, "service_attempts": 230,
               "dependency_error_rate": 0.22},
              {"minute": 3, "user_turns": 0, "service_attempts": 3, "dependency_error_rate": 0.4},
              {"minute": 6, "user_turns": 100, "service_attempts": 100, "dependency_error_rate": 0}]}
            """;

    private static final String ANSWER = """
            {"alerts": [{"minute": 2, "attempt_ratio": 2.3, "dependency_error_rate": 0.22, "amplified_by": "service"},
                        {"minute": 3, "attempt_ratio": 3, "dependency_error_rate": 0.4}],
             "windows": [{"start_minute": 2, "end_minute": 3, "points": 2}],
             "baseline": {"attempt_ratio": 1.04, "dependency_error_rate": 0.01, "source": "caller"}}
            """;

    @Test
    void drawsAttemptsWithThresholdAndUsualValue() throws JsonProcessingException {
        Panel ratios = chart(REQUEST, ANSWER).panels().get(0);
        assertThat(ratios.lines())
                .containsExactly(
                        new Line("usual", "M58 167.4H650"),
                        new Line("limit", "M58 136.2H650"),
                        new Line("value", "M58 167.4h0M255.3 115.7L354 87L650 169"));
        assertThat(ratios.points())
                .extracting(Point::kind, Point::x, Point::y, Point::says)
                .containsExactly(
                        tuple("block", 255.3, 115.7, "2: 2.3, amplified by service"),
                        tuple("block", 354.0, 87.0, "3: 3"));
        assertThat(ratios.texts())
                .containsExactly(
                        new Text("usual", "start", 656, 171.4, "usual 1.04"),
                        new Text("limit", "start", 656, 140.2, "threshold 1.8"));
    }

    @Test
    void drawsErrorsOnAScaleOfTheirOwn() throws JsonProcessingException {
        Panel errors = chart(REQUEST, ANSWER).panels().get(1);
        assertThat(errors.lines())
                .containsExactly(
                        new Line("usual", "M58 344.2H650"),
                        new Line("limit", "M58 336.8H650"),
                        new Line("value", "M58 344.2L156.7 344.2L255.3 305.5L354 272.4L650 346"));
        assertThat(errors.ticks()).extracting(Tick::label).containsExactly("0 %", "25 %", "50 %");
        assertThat(errors.texts())
                .containsExactly(
                        new Text("usual", "start", 656, 346, "usual 1 %"),
                        new Text("limit", "start", 656, 333, "threshold 5 %"));
    }

    @Test
    void shadesStormsAndNamesTheLayerThatAmplifies() throws JsonProcessingException {
        Chart chart = chart(REQUEST, ANSWER);
        assertThat(chart.bands()).containsExactly(new Band("storm", 252.3, 46, 104.7, 300, "storm: service"));
        assertThat(chart.texts())
                .containsExactly(
                        new Text("storm", "middle", 304.6, 38, "storm: service"),
                        new Text("panel-label", "start", 2, 14, "service attempts for each turn"),
                        new Text("panel-label", "start", 2, 240, "dependency errors"),
                        new Text("axis-label", "end", 650, 386, "minute"));
        assertThat(chart.axis().ticks())
                .extracting(Tick::label, Tick::at)
                .containsExactly(
                        tuple("0", 58.0),
                        tuple("1", 156.7),
                        tuple("2", 255.3),
                        tuple("3", 354.0),
                        tuple("4", 452.7),
                        tuple("5", 551.3),
                        tuple("6", 650.0));
    }

    @Test
    void saysItInWordsToo() throws JsonProcessingException {
        Chart chart = chart(REQUEST, ANSWER);
        assertThat(chart.description())
                .isEqualTo("1 retry storm: 2 to 3 by service. At most 3 attempts for each turn.");
        assertThat(chart.keys())
                .extracting(Chart.Key::text)
                .containsExactly("measured", "part of a storm", "threshold", "usual");
        assertThat(chart.table().columns()).startsWith("Minute").endsWith("Part of a storm");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("0", "1.04", "1 %", "100", "not measured", "104", "no"),
                        List.of("1", "not measured", "1 %", "100", "not measured", "not measured", "not judged"),
                        List.of("2", "2.3", "22 %", "100", "110", "230", "yes, by service"),
                        List.of("3", "3", "40 %", "0", "not measured", "3", "yes"),
                        List.of("6", "1", "0 %", "100", "not measured", "100", "no"));
        assertThat(chart.table().isCut()).isFalse();
    }

    @Test
    void timesAreToldInUtc() throws JsonProcessingException {
        String request = """
                {"points": [
                  {"minute": "2026-11-23T10:00:00+01:00", "user_turns": 1, "service_attempts": 1},
                  {"minute": "2026-11-23T09:20:00Z", "user_turns": 1, "service_attempts": 2},
                  {"minute": "2026-11-23T10:00:00Z", "user_turns": 1, "service_attempts": 1}]}
                """;
        String answer = """
                {"alerts": [{"minute": "2026-11-23T09:20:00Z", "amplified_by": "both"}],
                 "windows": [{"start_minute": "2026-11-23T09:20:00Z", "end_minute": "2026-11-23T09:20:00Z"}]}
                """;
        Chart chart = chart(request, answer);
        assertThat(chart.axis().ticks())
                .extracting(Tick::label, Tick::at)
                .containsExactly(
                        tuple("09:00", 58.0),
                        tuple("09:10", 156.7),
                        tuple("09:20", 255.3),
                        tuple("09:30", 354.0),
                        tuple("09:40", 452.7),
                        tuple("09:50", 551.3),
                        tuple("10:00", 650.0));
        assertThat(chart.texts()).extracting(Text::text).contains("storm: both", "time on 2026-11-23, UTC");
        assertThat(chart.description())
                .isEqualTo("1 retry storm on 2026-11-23, UTC: 09:20 by both. At most 2 attempts for each turn.");
        assertThat(chart.table().columns()).startsWith("Time, UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:20Z, 10:00:00, 10:00:05",
        "2026-11-23T10:00:30.5Z, 2026-11-23T10:00:30.7Z, 10:00:30,",
        "2026-11-23T22:00:00Z, 2026-11-24T02:00:00Z, 11-23 22:00, 11-23 23:00",
        "2026-11-23T12:00:00Z, 2026-12-03T12:00:00Z, 2026-11-25, 2026-11-27",
        "1026-11-23T12:00:00Z, 2026-12-03T12:00:00Z, 1148-08-18, 1422-06-03",
    })
    void ticksOfTimesSuitTheirSpan(String first, String last, String tick, String next) throws JsonProcessingException {
        String request = "{\"points\": [{\"minute\": \"" + first + "\"}, {\"minute\": \"" + last + "\"}]}";
        List<String> ticks =
                chart(request, "{}").axis().ticks().stream().map(Tick::label).toList();
        assertThat(ticks.get(0)).isEqualTo(tick);
        assertThat(ticks.size() > 1 ? ticks.get(1) : null).isEqualTo(next);
    }

    @Test
    void thresholdsAreThoseThatTheAnswerTells() throws JsonProcessingException {
        String held = """
                {"thresholds": {"attempt_ratio": 2.5, "attempt_ratio_source": "policy", "dependency_error_rate": 0.1},
                 "warnings": [{"minute": null, "reason": "limit_loosened"}],
                 "baseline": {"attempt_ratio": 1.25, "dependency_error_rate": 0.02, "source": "auto"}}
                """;
        assertThat(chart(REQUEST, held).panels())
                .extracting(Panel::texts)
                .satisfiesExactly(
                        ratios -> assertThat(ratios)
                                .extracting(Text::text)
                                .containsExactly("usual 1.25", "threshold 2.5"),
                        errors -> assertThat(errors)
                                .extracting(Text::text)
                                .containsExactly("usual 2 %", "threshold 10 %"));
        assertThat(chart(REQUEST, held).panels().get(0).lines())
                .contains(new Line("usual", "M58 158.8H650"), new Line("limit", "M58 107.5H650"));
    }

    @Test
    void noThresholdIsDrawnWhereNoneHeldWhateverTheCallerAsked() throws JsonProcessingException {
        Chart chart = chart(REQUEST, "{\"thresholds\": {\"attempt_ratio\": null, \"dependency_error_rate\": null}}");
        assertThat(chart.panels())
                .allSatisfy(panel ->
                        assertThat(panel.lines()).extracting(Line::kind).containsExactly("value"));
        assertThat(chart.keys()).extracting(Chart.Key::text).containsExactly("measured", "part of a storm");
    }

    @Test
    void ofAnEarlierAnswerNoThresholdIsDrawnWhereOthersHold() throws JsonProcessingException {
        String loosened = "{\"warnings\": [{\"minute\": null, \"reason\": \"limit_loosened\"}]}";
        assertThat(chart(REQUEST, loosened).panels())
                .allSatisfy(panel ->
                        assertThat(panel.lines()).extracting(Line::kind).containsExactly("value"));
    }

    @Test
    void pointsThatAreNotLaterThanTheOneBeforeAreLeftOut() throws JsonProcessingException {
        String request = """
                {"points": [{"minute": 5}, {"minute": 5}, {"minute": 4}, {"minute": "2026-11-23T10:00:00Z"},
                            {"minute": null}, {"minute": 1e300}, {"minute": "soon"}, 6, {}, {"minute": 7.0}]}
                """;
        assertThat(chart(request, "{}").table().rows())
                .extracting(row -> row.get(0))
                .containsExactly("5", "7");
    }

    @Test
    void theOnlyPointStandsInTheMiddle() throws JsonProcessingException {
        Chart chart = chart(
                "{\"points\": [{\"minute\": 5, \"user_turns\": 1, \"service_attempts\": 3}]}",
                "{\"alerts\": [{\"minute\": 5}], \"windows\": [{\"start_minute\": 5, \"end_minute\": 5}]}");
        assertThat(chart.panels().get(0).lines()).containsExactly(new Line("value", "M354 87h0"));
        assertThat(chart.bands()).containsExactly(new Band("storm", 351, 46, 6, 300, "storm"));
        assertThat(chart.axis().ticks()).containsExactly(new Tick(354, 354, 365, "5"));
    }

    @Test
    void stormsThatTouchInThePictureAreOneBand() throws JsonProcessingException {
        String answer = """
                {"alerts": [{"minute": 500, "amplified_by": "client"}, {"minute": 502, "amplified_by": "service"}],
                 "windows": [{"start_minute": 500, "end_minute": 500}, {"start_minute": 502, "end_minute": 502},
                             {"start_minute": 4000, "end_minute": 5000}]}
                """;
        Chart chart = chart(points(1000, i -> 1), answer);
        assertThat(chart.bands()).containsExactly(new Band("storm", 351.3, 46, 7.2, 300, "storm: client, service"));
        assertThat(chart.description()).startsWith("3 retry storms: 500 by client, 502 by service, 4000 to 5000.");
    }

    @Test
    void tenThousandPointsGiveASmallPicture() throws Exception {
        String alerts = IntStream.range(0, 10_000)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> "{\"minute\": " + i + "}")
                .collect(Collectors.joining(","));
        Chart chart = chart(points(10_000, i -> i == 4321 ? 900 : i % 7), "{\"alerts\": [" + alerts + "]}");
        Panel ratios = chart.panels().get(0);
        assertThat(ratios.lines().get(0).path()).contains("L313.8 62.4").hasSizeLessThan(16_000);
        assertThat(ratios.points()).hasSize(149);
        assertThat(chart.table().rows()).hasSize(500);
        assertThat(chart.table().note())
                .isEqualTo("The table has the first 200 points, and at most 300 others that alert: 500 of 10000.");
        assertThat(Rendered.chart(chart)).contains("500 of 10000").hasSizeLessThan(160_000);
    }

    @Test
    void allAlertsAreDrawnUpToABound() throws JsonProcessingException {
        String alerts = IntStream.range(5000, 5150)
                .mapToObj(i -> "{\"minute\": " + i + "}")
                .collect(Collectors.joining(","));
        Chart chart = chart(points(10_000, i -> 1), "{\"alerts\": [" + alerts + "]}");
        assertThat(chart.panels().get(0).points()).hasSize(150);
        assertThat(chart.table().rows()).hasSize(350);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "{}", "{\"points\": []}", "{\"points\": {}}", "{\"points\": [{}]}"})
    void thereIsNoChartWithoutPoints(String request) throws JsonProcessingException {
        assertThat(RetryStormChart.of(JSON.readTree(request), JSON.readTree(ANSWER)))
                .isEmpty();
    }

    private static String points(int count, IntFunction<Integer> attempts) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"minute\": " + i + ", \"user_turns\": 100, \"service_attempts\": " + attempts.apply(i)
                        + ", \"dependency_error_rate\": 0.01}")
                .collect(Collectors.joining(",", "{\"points\": [", "]}"));
    }

    private static Chart chart(String request, String answer) throws JsonProcessingException {
        return RetryStormChart.of(JSON.readTree(request), JSON.readTree(answer)).orElseThrow();
    }
}
