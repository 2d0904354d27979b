package dev.shipgate.ingest;

import java.util.List;

/** What load-test tools print or write in forms that are not read, or that say too little. */
final class KnownResults {

    private KnownResults() {}

    /** The first that fits says what a file is. */
    static List<KnownForm> all() {
        return List.of(
                KnownForm.ofText(
                        "This is oha's printed summary: run oha with --output-format json (-j before 1.9).",
                        "Success rate:",
                        "Requests/sec:"),
                KnownForm.ofText(
                        "This is ghz's printed summary: run ghz with -O json.", "Count:", "Requests/sec:", "Fastest:"),
                KnownForm.ofText("This is hey's printed summary: run hey with -o csv.", "Summary:", "Requests/sec:"),
                KnownForm.ofText(
                        "This is what ab (ApacheBench) prints, which is not read: use hey -o csv, wrk or k6.",
                        "Concurrency Level:",
                        "Time taken for tests:"),
                KnownForm.ofColumns(
                        "This is a table of ab (ApacheBench), which is not read: use hey -o csv, wrk or k6.",
                        "Percentage served"),
                KnownForm.ofText(
                        "This is a table of ab (ApacheBench), which is not read: use hey -o csv, wrk or k6.",
                        "starttime\tseconds\tctime\tdtime"),
                KnownForm.ofText(
                        "This is what siege prints, which has no percentile and is not read: use hey -o csv, wrk or k6.",
                        "Availability:",
                        "Longest transaction:"),
                KnownForm.ofFields(
                        "This is JSON of siege, which has no percentile and is not read: use hey -o csv, wrk or k6.",
                        "transactions",
                        "availability",
                        "longest_transaction"),
                KnownForm.ofText(
                        "This is what bombardier prints, which is not read: use hey -o csv, wrk or k6.",
                        "Bombarding ",
                        "Reqs/sec"),
                KnownForm.ofFields(
                        "This is JSON of bombardier, which is not read: use hey -o csv, wrk or k6.", "spec", "result"),
                KnownForm.ofText(
                        "This is wrk's printed summary without a whole result: give all that wrk prints, or run it with the "
                                + "script of docs/imports.md.",
                        "Running ",
                        " threads and "),
                KnownForm.ofText(
                        "This is k6's printed summary: run k6 with --summary-export=summary.json or --out json=FILE.",
                        "http_req_duration",
                        "p(95)=",
                        "...:"),
                KnownForm.ofText(
                        "This is vegeta's printed report: write it with vegeta report -type=json.",
                        "[total, rate",
                        "Latencies"),
                KnownForm.ofText("This is what autocannon prints: run it with -j.", "\u2502 Stat", "Latency"),
                KnownForm.ofText(
                        "This is what Artillery prints: run it with --output report.json.",
                        "http.response_time",
                        "vusers."),
                KnownForm.ofText(
                        "This is what Locust prints: run it with --csv, and give _stats.csv.",
                        "Response time percentiles (approximated)"),
                KnownForm.ofText(
                        "This is what JMeter prints: run it with -l results.jtl, and give that.",
                        "summary =",
                        " in ",
                        "Avg:"),
                KnownForm.ofText(
                        "This is what Gatling prints: give the simulation.log of the run.",
                        "---- Global Information",
                        "request count"),
                KnownForm.ofText(
                        "This is what fortio prints: run it with -json FILE.", "Aggregated Function Time", "# target"),
                KnownForm.ofText(
                        "This is a printed HDR histogram, which counts no failures: give the result of the tool itself.",
                        "1/(1-Percentile)"),
                KnownForm.ofColumns(
                        "This is JMeter's aggregate report, which is rounded: give the JTL of the run (jmeter -l).",
                        "Label",
                        "# Samples"),
                KnownForm.ofColumns(
                        "This is a table of Taurus, which is not read: give the kpi.jtl in its artifacts.",
                        "label",
                        "avg_rt",
                        "concurrency"),
                KnownForm.ofColumns(
                        "This is a table of NBomber, which is not read: k6, Gatling or JMeter are.",
                        "scenario",
                        "step_name"),
                KnownForm.ofText("This is NBomber's report, which is not read: k6, Gatling or JMeter are.", "NBomber"),
                KnownForm.ofText(
                        "This is a log of Tsung, which is not read: k6, Gatling or JMeter are.", "# stats: dump at"),
                new KnownForm(
                        start -> start.hasFields("log") && start.hasWords("\"entries\""),
                        "This is a HAR, the requests of one browser and no load test: give the result of a load-test tool."),
                KnownForm.ofFields(
                        "This is a run of Postman (Newman), which is no load test: give the result of a load-test tool.",
                        "collection",
                        "run"),
                KnownForm.ofText(
                        "This is the text that Prometheus scrapes: give an answer of its API to a query.",
                        "# HELP ",
                        "# TYPE "),
                KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/load-gate.", "routes"),
                KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/capacity.", "steps"),
                KnownForm.ofFields("This is a request of Shipgate itself: send it to /v1/retry-storms.", "points"),
                KnownForm.ofColumns(
                        "This is a table of steps: give it to shipgate capacity, or to /v1/capacity/imports.",
                        "concurrency",
                        "p95_ms"),
                KnownForm.ofColumns(
                        "This is a table of traffic: give it to shipgate retry-storms, or to /v1/retry-storms/imports.",
                        "minute",
                        "user_turns"),
                new KnownForm(
                        KnownResults::isSeparatedOtherwise,
                        "This is a table whose columns are separated by semicolons or tabs, as a spreadsheet does where "
                                + "decimals have a comma: separate them by commas, and write decimals with a point."));
    }

    private static boolean isSeparatedOtherwise(FileStart start) {
        return start.columns().size() == 1
                && (start.columns(';').size() > 1 || start.columns('\t').size() > 2);
    }
}
