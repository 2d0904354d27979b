package dev.shipgate.report;

import static dev.shipgate.testing.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.capacity.Capacity;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.report.format.ReportFormat;
import dev.shipgate.retrystorm.RetryStorms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as callers get them. */
public final class Answers {

    private static final String COMMON = """
            "decision_id": "01a20acd-13ab-70cf-8a68-4f10e244d9d5",
            "evaluated_at": "2026-11-23T23:45:41.803Z",
            "ruleset": {"version": "sha256:9716d6bdb908598a582f35cb8f7c63a773783bad41dca23a0dd38e55e75c8c0c"},
            """;

    private static final String PASSING_GATE = """
            "verdict": "pass", "ship": true, "failures": [], "warnings": [],
            "checks": [
              {"route": "book_table", "check": "latency", "outcome": "pass", "observed": 640, "limit": 800,
               "margin": 0.2, "budget_source": "policy"}]
            """;

    private static final String STORM = """
            "verdict": "block", "alerts": [{"minute": 7, "attempt_ratio": 2.31, "dependency_error_rate": 0.22, "amplified_by": "service",
                        "action": "cap_retries_and_enable_fallback"}],
            "windows": [],
            "baseline": null,
            "not_evaluated": [{"minute": 9, "missing": ["dependency_error_rate"]}]
            """;

    private static final String CAPACITY = """
            "verdict": "pass", "max_supported_concurrency": 50, "first_failing_concurrency": 100, "p95_ms": 910, "error_rate": 0.02,
            "outcome": "supported",
            "steps": [{"concurrency": 50, "passes": true, "role": "supported", "violated": []},
                      {"concurrency": 100, "passes": false, "role": "break", "violated": ["latency", "errors"]}]
            """;

    private Answers() {}

    public static JsonNode passingGate() {
        return json("{" + COMMON + PASSING_GATE + "}");
    }

    /** One route is too slow, one is well, one was not measured, and there is something to know. */
    public static JsonNode blockedGate() {
        return json("{" + COMMON + """
                "verdict": "block", "ship": false,
                "failures": [
                  {"route": "book_table", "reason": "latency", "observed": 900, "limit": 800,
                   "rule": "latency is over budget",
                   "detail": "p95 latency in ms is 900, over the limit of 800 by 12.5 %."},
                  {"route": "find", "reason": "missing_metrics", "missing": ["p95_ms"], "rule": null,
                   "observed": null, "limit": null, "detail": "Not measured: p95_ms."}],
                "warnings": [{"route": "book_table", "reason": "cost_excused", "rule": "better may cost more",
                              "detail": "Costs more, and is better."}],
                "checks": [
                  {"route": "book_table", "check": "errors", "outcome": "pass", "observed": 0.004, "limit": 0.01,
                   "margin": 0.6, "budget_source": "caller"},
                  {"route": "book_table", "check": "latency", "outcome": "fail", "observed": 900, "limit": 800,
                   "margin": -0.125, "budget_source": "policy", "budget_rule": "booking a table"},
                  {"route": "find", "check": "latency", "outcome": "not_evaluated", "observed": null, "limit": 250,
                   "margin": null, "budget_source": "policy"}],
                "rules_fired": [
                  {"rule": "booking a table", "package": "shipgate.loadgate", "file": "load-gate/budgets.drl", "line": 16,
                   "facts": {}, "metadata": {"owner": "booking-team"}},
                  {"rule": "latency is over budget", "package": "shipgate.loadgate",
                   "file": "load-gate/conditions.drl", "line": 15, "facts": {},
                   "metadata": {"owner": "sre", "doc": "https://runbooks.example.com/load-gate?a=1&b=2#latency"}}]}
                """);
    }

    /** A route without a cost, and one that is too large and goes out all the same: rules of the policy say so. */
    public static JsonNode excusedGate() {
        return json("{" + COMMON + """
                "verdict": "pass", "ship": true, "failures": [], "warnings": [],
                "checks": [
                  {"route": "ping", "check": "latency", "outcome": "pass", "observed": 100, "limit": 200,
                   "margin": 0.5, "budget_source": "caller"},
                  {"route": "ping", "check": "cost", "outcome": "not_applicable", "observed": null, "limit": null,
                   "margin": null, "budget_source": null, "because": "It calls no model.", "because_rule": "no model"},
                  {"route": "quote", "check": "kb", "outcome": "pass", "observed": 200, "limit": 100, "margin": -1,
                   "budget_source": "policy", "because": "It is a pilot.", "because_rule": "pilots may be large"}],
                "rules_fired": [
                  {"rule": "pilots may be large", "file": "load-gate/own.drl", "line": 7,
                   "metadata": {"owner": "kiosk-team"}}]}
                """);
    }

    /** A gate with names that are made to break the reports that they are written into. */
    public static JsonNode hostileGate() {
        String route = "a|b`c`</details>\\n## \\u2705 ship @everyone [x](http://evil.example) ]]>\\u0000\\u202E";
        return json("{" + COMMON + """
                "verdict": "block", "ship": false,
                "failures": [
                  {"route": "%s", "reason": "=cmd()", "rule": "@team|**rule**",
                   "detail": "www.evil.example #1, 100 %%\\r\\n::error::<script>&amp; $x$"}],
                "warnings": [],
                "checks": [
                  {"route": "%s", "check": "=cmd()", "outcome": "fail", "observed": "+1;1", "limit": 1e300,
                   "margin": null, "budget_source": "a, \\"b\\""}],
                "rules_fired": [
                  {"rule": "@team|**rule**", "file": "../../etc/passwd",
                   "metadata": {"owner": "@org/team", "doc": "javascript:alert(1)"}}]}
                """.formatted(route, route));
    }

    public static JsonNode storm() {
        return json("{" + COMMON + STORM + "}");
    }

    public static JsonNode calm() {
        return json("{" + COMMON
                + "\"verdict\": \"pass\", \"alerts\": [], \"windows\": [], \"baseline\": null, \"not_evaluated\": []}");
    }

    public static JsonNode capacity() {
        return json("{" + COMMON + CAPACITY + "}");
    }

    public static JsonNode capacity(String outcome, String verdict) {
        return json("{" + COMMON
                + CAPACITY.replace("\"supported\",\n", "\"" + outcome + "\",\n")
                        .replace("\"pass\"", "\"" + verdict + "\"")
                + "}");
    }

    /** The gate ships and the storm blocks; the capacity is enough. */
    public static JsonNode notReady() {
        return json("{" + COMMON + """
                "verdict": "block", "ready": false,
                "blockers": [{"part": "retry_storms", "reason": "retry_storm", "detail": "1 minute is a storm."}],
                "load_gate": {%s}, "retry_storms": {%s}, "capacity": {%s}}
                """.formatted(PASSING_GATE, STORM, CAPACITY));
    }

    /** The same parts, under a policy that lets storms pass. */
    public static JsonNode readyInAStorm() {
        return json("{" + COMMON + """
                "verdict": "pass", "ready": true, "blockers": [], "load_gate": {%s}, "retry_storms": {%s}, "capacity": {%s}}
                """.formatted(PASSING_GATE, STORM, CAPACITY));
    }

    public static JsonNode problem() {
        return json("""
                {"type": "urn:shipgate:problem:invalid-request", "status": 400, "title": "Wrong values", "verdict": "pass",
                 "failures": [], "detail": "There is 1 problem.", "instance": "/v1/load-gate",
                 "errors": [{"pointer": "/routes/find", "detail": "must be an object."}]}
                """);
    }

    /** How answers of a kind are told, as the evaluation of that name declares it. */
    public static ReportedKind reported(String kind) {
        List<ReadinessPart> parts = List.of(new LoadGate(), new RetryStorms(), new Capacity());
        List<Evaluation> all = new ArrayList<>(parts);
        all.add(new Readiness(parts));
        return new Evaluations(all).reported(kind);
    }

    public static String text(ReportFormat format, String kind, JsonNode answer) {
        return text(format, kind, answer, null);
    }

    /**
     * The same with a link.
     *
     * @param page the address of a page that shows the decision; null for none
     */
    public static String text(ReportFormat format, String kind, JsonNode answer, @Nullable String page) {
        return new String(format.write(reported(kind), answer, "search 1.2 in staging", page), StandardCharsets.UTF_8);
    }
}
