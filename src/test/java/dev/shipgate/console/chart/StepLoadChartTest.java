package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Band;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Mark;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Point;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepLoadChartTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ANSWER = """
            {"max_supported_concurrency": 100, "first_failing_concurrency": 150, "outcome": "supported",
             "limits": {"p95_ms": 800, "error_rate": 0.01}, "steps": [
              {"concurrency": 50, "passes": true, "role": "supported", "violated": [],
               "p95_ms": 400, "error_rate": 0.001},
              {"concurrency": 100, "passes": false, "role": "isolated_violation", "violated": ["latency"],
               "p95_ms": 900, "error_rate": 0.002},
              {"concurrency": 100, "passes": true, "role": "supported", "violated": [],
               "p95_ms": null, "p95_at_least_ms": 500, "p95_at_most_ms": 700, "error_rate": 0.004},
              {"concurrency": 150, "passes": false, "role": "break", "violated": ["latency", "errors"],
               "p95_ms": null, "p95_at_least_ms": 800, "error_rate": 0.018},
              {"concurrency": 200, "passes": false, "role": "after_break", "violated": ["missing_metrics"],
               "p95_ms": null, "error_rate": null},
              {"concurrency": 250, "passes": true, "role": "lucky", "violated": [], "p95_ms": 600, "error_rate": 0}]}
            """;

    @Test
    void drawsLatencyWithItsLimitAndItsBounds() throws JsonProcessingException {
        assertThat(latency(ANSWER).lines())
                .containsExactly(
                        new Line("limit", "M58 90.4H650"),
                        new Line("value", "M107.3 163.2L206 72.2M600.7 126.8h0"),
                        new Line("bounds", "M304.7 145m-5 0h10m-5 0V108.6m-5 0h10"),
                        new Line("bounds", "M403.3 90.4m-5 0h10m-5 0V54m-4 6l4 -6l4 6"));
    }

    @Test
    void drawsErrorsWithTheirLimit() throws JsonProcessingException {
        Panel errors = chart(ANSWER).panels().get(1);
        assertThat(errors.lines())
                .containsExactly(
                        new Line("limit", "M58 318H650"),
                        new Line("value", "M107.3 352.2L206 348.4L304.7 340.8L403.3 287.6M600.7 356h0"));
        assertThat(errors.ticks())
                .extracting(Tick::label, Tick::at)
                .containsExactly(tuple("0 %", 356.0), tuple("1 %", 318.0), tuple("2 %", 280.0));
        assertThat(errors.texts())
                .containsExactly(
                        new Text("panel-label", "start", 2, 266, "errors"),
                        new Text("limit", "start", 656, 322, "limit 1 %"));
    }

    @Test
    void eachRoleHasItsShapeAndItsWord() throws JsonProcessingException {
        Panel latency = latency(ANSWER);
        assertThat(latency.points())
                .extracting(Point::kind, Point::x, Point::y, Point::says)
                .containsExactly(
                        tuple("pass", 107.3, 163.2, "50 at once: p95 400 ms, passes before the break"),
                        tuple("warn", 206.0, 72.2, "100 at once: p95 900 ms, isolated violation"),
                        tuple("pass", 304.7, 126.8, "100 at once: p95 500 to 700 ms, passes before the break"),
                        tuple("block", 403.3, 90.4, "150 at once: p95 at least 800 ms, break"),
                        tuple("waived", 600.7, 126.8, "250 at once: p95 600 ms, lucky: passes after the break"));
        assertThat(latency.points().stream()
                        .map(point -> point.path().replaceAll("^M[0-9. ]+", ""))
                        .distinct())
                .hasSize(4);
    }

    @Test
    void marksTheSupportedStepAndTheBreak() throws JsonProcessingException {
        Chart chart = chart(ANSWER);
        assertThat(chart.marks())
                .containsExactly(new Mark("supported", 304.7, 48, 356), new Mark("break", 403.3, 48, 356));
        assertThat(chart.texts())
                .containsExactly(
                        new Text("supported", "middle", 304.7, 44, "supports 100"),
                        new Text("break", "middle", 403.3, 44, "breaks at 150"),
                        new Text("axis-label", "end", 650, 394, "concurrent requests, step by step"));
        assertThat(chart.bands()).containsExactly(new Band("over", 354, 54, 296, 302, "from the break on"));
        assertThat(chart.axis().ticks())
                .extracting(Tick::label)
                .containsExactly("50", "100", "100", "150", "200", "250");
    }

    @Test
    void saysItInWordsToo() throws JsonProcessingException {
        Chart chart = chart(ANSWER);
        assertThat(chart.description())
                .isEqualTo(
                        "Supports 100 concurrent requests. Breaks at 150, with p95 at least 800 ms and errors 1.8 %.");
        assertThat(chart.keys())
                .extracting(Chart.Key::text)
                .containsExactly(
                        "passes before the break",
                        "isolated violation",
                        "break",
                        "fails after the break",
                        "lucky: passes after the break",
                        "limit",
                        "p95 known within bounds");
        assertThat(chart.table().rows())
                .contains(
                        List.of(
                                "100",
                                "500 to 700 ms",
                                "800 ms",
                                "0.4 %",
                                "1 %",
                                "yes",
                                "passes before the break",
                                "nothing"),
                        List.of("150", "at least 800 ms", "800 ms", "1.8 %", "1 %", "no", "break", "latency, errors"),
                        List.of(
                                "200",
                                "not measured",
                                "800 ms",
                                "not measured",
                                "1 %",
                                "no",
                                "fails after the break",
                                "missing_metrics"));
    }

    @Test
    void showsAnAnswerThatTellsNoLimitAndNoRole() throws JsonProcessingException {
        Chart chart = chart("{\"steps\": [{\"concurrency\": 5, \"p95_ms\": 420, \"error_rate\": 0}]}");
        Panel latency = chart.panels().get(0);
        assertThat(latency.lines()).containsExactly(new Line("limit", ""), new Line("value", "M354 108.6h0"));
        assertThat(latency.points()).extracting(Point::kind).containsExactly("muted");
        assertThat(latency.texts()).extracting(Text::text).containsExactly("p95 latency, ms");
        assertThat(chart.description()).isEqualTo("No step counts as supported. No break was found.");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("5", "420 ms", "not told", "0 %", "not told", "not told", "role not told", "nothing"));
    }

    @Test
    void valuesThatAreNotAsTheyShouldBeAreMissing() throws JsonProcessingException {
        Chart chart = chart("""
                {"max_supported_concurrency": "many", "first_failing_concurrency": -5, "steps": [
                  {"concurrency": 0}, {"concurrency": 1.5}, {"concurrency": "5"}, 7, null, [],
                  {"concurrency": 20.0, "passes": "yes", "role": 5, "violated": "latency", "p95_ms": -1,
                   "p95_at_least_ms": 9, "p95_at_most_ms": 8, "error_rate": 1.5}], "limits": [800]}
                """);
        assertThat(chart.table().rows())
                .containsExactly(List.of(
                        "20",
                        "not measured",
                        "not told",
                        "not measured",
                        "not told",
                        "not told",
                        "role not told",
                        "nothing"));
        assertThat(chart.marks()).isEmpty();
    }

    @Test
    void twoMarksOfOnePlaceStandOneAboveTheOther() throws JsonProcessingException {
        String steps = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "{\"concurrency\": " + i + ", \"p95_ms\": 5, \"role\": \""
                        + (i < 20 ? "supported" : i == 20 ? "break" : "after_break") + "\"}")
                .collect(Collectors.joining(","));
        Chart chart = chart(
                "{\"max_supported_concurrency\": 19, \"first_failing_concurrency\": 20, \"steps\": [" + steps + "]}");
        assertThat(chart.texts())
                .startsWith(
                        new Text("supported", "middle", 331.8, 44, "supports 19"),
                        new Text("break", "middle", 346.6, 30, "breaks at 20"));
        assertThat(chart.axis().ticks())
                .extracting(Tick::label)
                .containsExactly(
                        "1", "3", "5", "7", "9", "11", "13", "15", "17", "19", "21", "23", "25", "27", "29", "31", "33",
                        "35", "37", "39");
    }

    @Test
    void manyStepsHaveFewShapesAndAShortTable() throws JsonProcessingException {
        String steps = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> "{\"concurrency\": " + i + ", \"p95_ms\": 5, \"role\": \"supported\"}")
                .collect(Collectors.joining(","));
        Chart chart = chart("{\"max_supported_concurrency\": 4998, \"steps\": [" + steps + "]}");
        assertThat(chart.panels().get(0).points()).hasSize(149);
        assertThat(chart.panels().get(0).lines().get(1).path().length()).isLessThan(9000);
        assertThat(chart.table().rows()).hasSize(200);
        assertThat(chart.table().note()).isEqualTo("The table has the first steps: 200 of 5000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "{}", "{\"steps\": []}", "{\"steps\": {}}", "{\"steps\": [{}]}"})
    void thereIsNoChartWithoutSteps(String answer) throws JsonProcessingException {
        assertThat(StepLoadChart.of(JSON.readTree(answer))).isEmpty();
    }

    private static Panel latency(String answer) throws JsonProcessingException {
        return chart(answer).panels().get(0);
    }

    private static Chart chart(String answer) throws JsonProcessingException {
        return StepLoadChart.of(JSON.readTree(answer)).orElseThrow();
    }
}
