package dev.shipgate.ingest.recognition;

import dev.shipgate.ingest.tool.FileStart;
import java.util.List;

/** The output of programs that are no load-test tools. */
final class KnownPrograms {

    private static final String NO_LOAD_TEST = ", which is no load test: give the result of a load-test tool.";

    private KnownPrograms() {}

    /** The first form that fits a file names its kind. */
    static List<KnownForm> all() {
        return List.of(
                new KnownForm(
                        start -> start.hasFields("log") && start.hasWords("\"entries\""),
                        "This is a HAR, the requests of one browser and no load test: give the result of a load-test tool."),
                KnownForm.ofFields("This is a run of Postman (Newman)" + NO_LOAD_TEST, "collection", "run"),
                KnownForm.ofText(
                        "This is what Postman's newman prints" + NO_LOAD_TEST,
                        "\u2502",
                        "executed \u2502",
                        "iterations"),
                KnownForm.ofFields("This is a result of pytest-benchmark" + NO_LOAD_TEST, "machine_info", "benchmarks"),
                KnownForm.ofFields("This is a result of Google Benchmark" + NO_LOAD_TEST, "context", "benchmarks"),
                KnownForm.ofText("This is a result of JMH" + NO_LOAD_TEST, "\"jmhVersion\""),
                new KnownForm(
                        start -> start.hasFields("results") && start.hasWords("\"command\"", "\"mean\""),
                        "This is a result of hyperfine" + NO_LOAD_TEST),
                KnownForm.ofFields("This is a report of Playwright" + NO_LOAD_TEST, "config", "suites", "stats"),
                KnownForm.ofFields("This is a report of Mocha" + NO_LOAD_TEST, "stats", "tests", "failures"),
                KnownForm.ofFields("This is a report of pytest" + NO_LOAD_TEST, "exitcode", "summary", "tests"),
                KnownForm.ofText("This is what pytest prints" + NO_LOAD_TEST, " test session starts ="),
                KnownForm.ofFields("This is a report of Lighthouse" + NO_LOAD_TEST, "lighthouseVersion"),
                KnownForm.ofText(
                        "This is a printed HDR histogram, which counts no failures: give the result of the tool itself.",
                        "1/(1-Percentile)"),
                KnownForm.ofText(
                        "This is a log of HDR histograms, which counts no failures: give the result of the tool itself.",
                        "#[Histogram log format"),
                KnownForm.ofText(
                        "This is the text that Prometheus scrapes: give an answer of its API to a query.",
                        "# HELP ",
                        "# TYPE "),
                new KnownForm(
                        start -> start.firstLine().startsWith("\"Time\","),
                        "This is what Grafana exported of a panel: give the answer of Prometheus itself to its query "
                                + "(/api/v1/query_range)."),
                KnownForm.ofFields(
                        "These are traces of OpenTelemetry: give its metrics, such as http.server.request.duration.",
                        "resourceSpans"),
                KnownForm.ofFields(
                        "These are logs of OpenTelemetry: give its metrics, such as http.server.request.duration.",
                        "resourceLogs"),
                new KnownForm(
                        start -> start.hasFields("results") && start.hasWords("\"frames\""),
                        "This is an answer of Grafana: give that of Prometheus itself to its query "
                                + "(/api/v1/query_range)."),
                new KnownForm(
                        KnownPrograms::isSeparatedOtherwise,
                        "This is a table whose columns are separated by semicolons or tabs, as a spreadsheet does where "
                                + "decimals have a comma: separate them by commas, and write decimals with a point."));
    }

    private static boolean isSeparatedOtherwise(FileStart start) {
        return start.columns().size() == 1
                && (start.columns(';').size() > 1 || start.columns('\t').size() > 2);
    }
}
