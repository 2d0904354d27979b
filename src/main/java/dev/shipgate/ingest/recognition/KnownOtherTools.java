package dev.shipgate.ingest.recognition;

import java.util.List;

/** Results of load-test tools that are not read in any form. */
final class KnownOtherTools {

    private static final String SMALL = ", which is not read: use hey -o csv, wrk or k6.";
    private static final String SCENARIOS = ", which is not read: k6, Gatling or JMeter are.";

    private KnownOtherTools() {}

    /** The first form that fits a file names its kind. */
    static List<KnownForm> all() {
        return List.of(
                KnownForm.ofText(
                        "This is what ab (ApacheBench) prints" + SMALL, "Concurrency Level:", "Time taken for tests:"),
                KnownForm.ofColumns("This is a table of ab (ApacheBench)" + SMALL, "Percentage served"),
                KnownForm.ofText("This is a table of ab (ApacheBench)" + SMALL, "starttime\tseconds\tctime\tdtime"),
                KnownForm.ofText(
                        "This is what siege prints, which has no percentile and is not read: use hey -o csv, wrk or k6.",
                        "Availability:",
                        "Longest transaction:"),
                KnownForm.ofFields(
                        "This is JSON of siege, which has no percentile and is not read: use hey -o csv, wrk or k6.",
                        "transactions",
                        "availability",
                        "longest_transaction"),
                KnownForm.ofText("This is what bombardier prints" + SMALL, "Bombarding ", "Reqs/sec"),
                KnownForm.ofFields("This is JSON of bombardier" + SMALL, "spec", "result"),
                KnownForm.ofText("This is what h2load prints" + SMALL, "finished in ", "time for request:"),
                KnownForm.ofText("This is what loadtest prints" + SMALL, "Effective rps:", "Mean latency:"),
                KnownForm.ofText(
                        "This is what drill prints" + SMALL, "Median time per request", "Sample standard deviation"),
                KnownForm.ofColumns(
                        "This is a table of Taurus, which is not read: give the kpi.jtl in its artifacts.",
                        "label",
                        "avg_rt",
                        "concurrency"),
                KnownForm.ofColumns(
                        "This is BlazeMeter's report of a run, which is not read: give the kpi.jtl in its artifacts.",
                        "labelName",
                        "avgResponseTime"),
                KnownForm.ofColumns(
                        "This is BlazeMeter's report of a run, which is not read: give the kpi.jtl in its artifacts.",
                        "Element Label",
                        "# Samples"),
                KnownForm.ofColumns("This is a table of NBomber" + SCENARIOS, "scenario", "step_name"),
                KnownForm.ofText("This is NBomber's report" + SCENARIOS, "NBomber"),
                KnownForm.ofText("This is a log of Tsung" + SCENARIOS, "# stats: dump at"));
    }
}
