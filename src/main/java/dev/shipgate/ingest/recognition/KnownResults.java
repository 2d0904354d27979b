package dev.shipgate.ingest.recognition;

import java.util.List;

/** Output of known tools in forms that say too little, or that say it in another way. */
final class KnownResults {

    private static final String GHZ = ": run ghz with -O json.";

    private KnownResults() {}

    /** The first form that fits a file names its kind. */
    static List<KnownForm> all() {
        return List.of(
                KnownForm.ofText(
                        "This is oha's printed summary: run oha with --output-format json (-j before 1.9).",
                        "Success rate:",
                        "Requests/sec:"),
                KnownForm.ofColumns(
                        "This is oha's table of requests: run oha with --output-format json.",
                        "request-start",
                        "DNS+dialup"),
                KnownForm.ofText("This is ghz's printed summary" + GHZ, "Count:", "Requests/sec:", "Fastest:"),
                KnownForm.ofText("This is ghz's table of calls" + GHZ, "duration (ms),status,error"),
                KnownForm.ofText("This is ghz's summary for InfluxDB" + GHZ, "ghz_run,proto="),
                KnownForm.ofText("This is ghz's list of calls for InfluxDB" + GHZ, "ghz_detail,proto="),
                KnownForm.ofText("This is ghz's summary for Prometheus" + GHZ, "# TYPE ghz_"),
                KnownForm.ofText("This is hey's printed summary: run hey with -o csv.", "Summary:", "Requests/sec:"),
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
                        "This is a test of k6 and no result: run it with --out json=FILE, and give that.",
                        "export default ",
                        "k6/http"),
                KnownForm.ofText(
                        "This is vegeta's binary result: give what vegeta encode --to=csv, or vegeta report -type=json, "
                                + "makes of it.",
                        "Attack",
                        "Latency",
                        "BytesOut"),
                KnownForm.ofText(
                        "This is vegeta's printed report: write it with vegeta report -type=json.",
                        "[total, rate",
                        "Latencies"),
                KnownForm.ofText(
                        "This is vegeta's printed histogram: write it with vegeta report -type=json.",
                        "Bucket ",
                        " Histogram"),
                KnownForm.ofText("This is what autocannon prints: run it with -j.", "\u2502 Stat", "Latency"),
                KnownForm.ofText(
                        "This is what Artillery prints: run it with --output report.json.",
                        "http.response_time",
                        "vusers."),
                KnownForm.ofText(
                        "This is a test of Artillery and no result: run it with --output report.json, and give that.",
                        "config:",
                        "scenarios:"),
                KnownForm.ofText(
                        "This is what Locust prints: run it with --csv, and give _stats.csv.",
                        "Response time percentiles (approximated)"),
                KnownForm.ofText(
                        "This is the JSON that Locust prints with --json: run it with --csv, and give _stats.csv.",
                        "\"num_none_requests\"",
                        "\"response_times\""),
                KnownForm.ofText(
                        "This is a test of Locust and no result: run it with --csv, and give _stats.csv.",
                        "from locust import"),
                KnownForm.ofText(
                        "This is what JMeter prints: run it with -l results.jtl, and give that.",
                        "summary =",
                        " in ",
                        "Avg:"),
                KnownForm.ofText(
                        "This is JMeter's own log: run it with -l results.jtl, and give that.", " INFO o.a.j."),
                KnownForm.ofColumns(
                        "This is JMeter's aggregate report, which is rounded: give the JTL of the run (jmeter -l).",
                        "Label",
                        "# Samples"),
                KnownForm.ofColumns(
                        "This is JMeter's aggregate report, which is rounded: give the JTL of the run (jmeter -l).",
                        "sampler_label",
                        "average"),
                KnownForm.ofColumns(
                        "This is a table of Locust 0, which is not read: give _stats.csv of Locust 1 or newer.",
                        "Name",
                        "# requests",
                        "# failures"),
                new KnownForm(
                        start -> start.firstLine().startsWith("RUN ") && start.hasWords("REQUEST "),
                        "This is a log of Gatling whose tabs have become blanks: give simulation.log as it was written."),
                KnownForm.ofText(
                        "This is what Gatling prints: give the simulation.log of the run.",
                        "---- Global Information",
                        "request count"),
                KnownForm.ofText(
                        "This is a script of Gatling's report: give simulation.log, or js/stats.json beside it.",
                        "var stats = {",
                        "numberOfRequests"),
                KnownForm.ofFields(
                        "This is what Gatling says of its assertions: give the simulation.log of the run.",
                        "simulation",
                        "assertions"),
                KnownForm.ofText(
                        "This is what fortio prints: run it with -json FILE.", "Aggregated Function Time", "# target"),
                new KnownForm(
                        start -> start.hasFields("results") && start.hasWords("benchmark_http_client."),
                        "This is Nighthawk's own JSON: run it with --output-format fortio."),
                KnownForm.ofText(
                        "This is what Nighthawk prints: run it with --output-format fortio.",
                        "benchmark_http_client."));
    }
}
