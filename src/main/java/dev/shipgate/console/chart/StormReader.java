package dev.shipgate.console.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.console.chart.RetryStormChart.Levels;
import dev.shipgate.console.chart.RetryStormChart.Point;
import dev.shipgate.console.chart.RetryStormChart.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a request for retry storms and its answer. A point that is not later than the one before is left out. */
final class StormReader {

    private static final String MINUTE = "minute";

    private static final Set<String> LAYERS = Set.of("client", "service", "both");

    private final JsonNode request;
    private final JsonNode answer;

    StormReader(JsonNode request, JsonNode answer) {
        this.request = request;
        this.answer = answer;
    }

    RetryStormChart read() {
        return new RetryStormChart(points(), windows(), thresholds(), levels(answer.path("baseline")));
    }

    private static Levels levels(JsonNode values) {
        return new Levels(
                JsonValue.notNegative(values, "attempt_ratio"), JsonValue.rate(values, "dependency_error_rate"));
    }

    private List<Point> points() {
        Map<String, String> alerts = alerts();
        List<Point> points = new ArrayList<>();
        for (JsonNode point : JsonValue.elements(request, "points")) {
            Minute minute = Minute.read(point, MINUTE);
            if (minute != null
                    && (points.isEmpty()
                            || points.get(points.size() - 1).minute().isBefore(minute))) {
                points.add(point(minute, point, alerts));
            }
        }
        return points;
    }

    private static Point point(Minute minute, JsonNode point, Map<String, String> alerts) {
        return new Point(
                minute,
                JsonValue.count(point, "user_turns"),
                JsonValue.count(point, "client_attempts"),
                JsonValue.count(point, "service_attempts"),
                JsonValue.rate(point, "dependency_error_rate"),
                alerts.containsKey(minute.text()),
                alerts.getOrDefault(minute.text(), ""));
    }

    /** The layer that amplifies, or the empty text, by the minute of each alert. */
    private Map<String, String> alerts() {
        Map<String, String> alerts = new HashMap<>();
        for (JsonNode alert : JsonValue.elements(answer, "alerts")) {
            Minute minute = Minute.read(alert, MINUTE);
            String layer = JsonValue.text(alert, "amplified_by");
            if (minute != null) {
                alerts.put(minute.text(), LAYERS.contains(layer) ? layer : "");
            }
        }
        return alerts;
    }

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (JsonNode window : JsonValue.elements(answer, "windows")) {
            Minute start = Minute.read(window, "start_minute");
            Minute end = Minute.read(window, "end_minute");
            if (start != null && end != null && start.isTime() == end.isTime() && start.at() <= end.at()) {
                windows.add(new Window(start, end));
            }
        }
        return windows;
    }

    private Levels thresholds() {
        JsonNode held = answer.path("thresholds");
        return held.isObject() ? levels(held) : asked();
    }

    /**
     * The thresholds that the caller asked for. Answers of earlier versions do not say which ones hold, so there are
     * none where the answer warns that others do.
     */
    private Levels asked() {
        boolean othersHold = JsonValue.elements(answer, "warnings").stream()
                .anyMatch(warning -> JsonValue.text(warning, "reason").equals("limit_loosened"));
        return othersHold
                ? Levels.NONE
                : new Levels(
                        JsonValue.notNegative(request, "attempt_ratio_threshold"),
                        JsonValue.rate(request, "dependency_error_threshold"));
    }
}
