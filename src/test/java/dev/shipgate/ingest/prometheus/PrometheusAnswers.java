package dev.shipgate.ingest.prometheus;

/** Answers of the HTTP API. */
final class PrometheusAnswers {

    private PrometheusAnswers() {}

    static String vector(String... series) {
        return success("vector", "[" + String.join(",", series) + "]");
    }

    static String matrix(String... series) {
        return success("matrix", "[" + String.join(",", series) + "]");
    }

    static String success(String type, String result) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":" + result + "}}";
    }

    /** One series at one time. */
    static String instant(String labels, String value) {
        return "{\"metric\":{" + labels + "},\"value\":[1795471692.5,\"" + value + "\"]}";
    }

    /** One series at several times. */
    static String range(String labels, String... values) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            points.append(i == 0 ? "" : ",")
                    .append("[")
                    .append(60 * i)
                    .append(",\"")
                    .append(values[i])
                    .append("\"]");
        }
        return "{\"metric\":{" + labels + "},\"values\":[" + points + "]}";
    }

    static String route(String name) {
        return "\"route\":\"" + name + "\"";
    }
}
