package dev.shipgate.ingest.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.prometheus.PrometheusSeries.Point;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the {@code data} of an answer. */
final class SeriesReader {

    private static final String NAME = "__name__";

    private SeriesReader() {}

    static List<PrometheusSeries> read(JsonNode data) {
        String type = data.path("resultType").asText();
        JsonNode result = data.path("result");
        if (!result.isArray()) {
            throw new UnreadableResultException("\"data\" must have an array \"result\".");
        }
        return switch (type) {
            case "scalar" -> List.of(new PrometheusSeries(Map.of(), List.of(point(result, "scalar"))));
            case "vector" -> all(result, "value");
            case "matrix" -> all(result, "values");
            default ->
                throw new UnreadableResultException(
                        "\"resultType\" must be vector, matrix or scalar, but is \"" + ShortText.line(type) + "\".");
        };
    }

    private static List<PrometheusSeries> all(JsonNode result, String values) {
        List<PrometheusSeries> series = new ArrayList<>();
        for (JsonNode element : result) {
            Map<String, String> labels = labels(element.path("metric"));
            series.add(
                    element.has("histogram") || element.has("histograms")
                            ? new PrometheusSeries(labels, List.of(), histograms(element, labels))
                            : new PrometheusSeries(labels, points(element.path(values), values, labels)));
        }
        return series;
    }

    private static List<RawHistogram> histograms(JsonNode element, Map<String, String> labels) {
        String where = "The histogram " + ShortText.line(labels.toString());
        if (element.has("histogram")) {
            return List.of(NativeHistogram.read(element.path("histogram"), where));
        }
        List<RawHistogram> histograms = new ArrayList<>();
        element.path("histograms").forEach(pair -> histograms.add(NativeHistogram.read(pair, where)));
        return histograms;
    }

    /** The names of metrics, where a query has kept them. */
    static Set<String> names(JsonNode data) {
        Set<String> names = new TreeSet<>();
        data.path("result").forEach(element -> {
            String name = element.path("metric").path(NAME).asText();
            if (!name.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    private static Map<String, String> labels(JsonNode metric) {
        Map<String, String> labels = new LinkedHashMap<>();
        metric.properties().forEach(label -> {
            if (!label.getKey().equals(NAME)) {
                labels.put(label.getKey(), label.getValue().asText());
            }
        });
        return labels;
    }

    /** For fields that are no percentile of durations, of which a histogram says nothing. */
    static void requireNumbers(List<PrometheusSeries> all) {
        for (PrometheusSeries series : all) {
            if (!series.histograms().isEmpty()) {
                throw new UnreadableResultException("The series " + ShortText.line(series.toString())
                        + " is of native histograms, not of numbers. Ask for histogram_count(...) of it, or for "
                        + "histogram_quantile(...); as p95_seconds it is read as it is.");
            }
            if (series.isOfHistogram()) {
                throw new UnreadableResultException("The series " + ShortText.line(series.toString())
                        + " is a bucket of a histogram, not a number. As p95_seconds all of its buckets are read: sum by "
                        + "(le, route) (rate(..._bucket[5m])).");
            }
        }
    }

    private static List<Point> points(JsonNode values, String field, Map<String, String> labels) {
        String where = "\"" + field + "\" of the series " + ShortText.line(labels.toString());
        if (!values.isArray()) {
            throw new UnreadableResultException(where + " must be an array.");
        }
        if (field.equals("value")) {
            return List.of(point(values, where));
        }
        List<Point> points = new ArrayList<>();
        values.forEach(value -> points.add(point(value, where)));
        return points;
    }

    private static Point point(JsonNode pair, String where) {
        if (pair.size() != 2 || !pair.path(0).isNumber() || !pair.path(1).isTextual()) {
            throw new UnreadableResultException(
                    where + ": a point must be [time, \"value\"], but is " + ShortText.line(pair.toString()) + ".");
        }
        return new Point(pair.path(0).doubleValue(), value(pair.path(1).textValue(), where));
    }

    static double value(String text, String where) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> number(text, where);
        };
    }

    private static double number(String text, String where) {
        try {
            double number = Double.parseDouble(text);
            // Java also reads "Infinity", "1d" and hexadecimal numbers, which no server writes.
            if (Double.isFinite(number) && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noNumber(text, where);
        }
        throw noNumber(text, where);
    }

    private static UnreadableResultException noNumber(String text, String where) {
        return new UnreadableResultException(
                where + ": \"" + ShortText.line(text) + "\" must be a number, or NaN, +Inf or -Inf.");
    }
}
