package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.route;
import static dev.shipgate.loadgate.GateClient.voiceAgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class AnswerOrderTest {

    private static final String ALL_WRONG = route(5000, 0.5, 1, 0);

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void routesComeAsInTheRequestThenUnmeasuredOnesByName() {
        List<String> routes = gate(voiceAgent(
                        "\"small_talk\":" + ALL_WRONG + ",\"zulu\":null,\"book_table\":" + ALL_WRONG))
                .statusCode(200)
                .extract()
                .path("failures.route");

        assertThat(routes)
                .containsExactly(
                        "small_talk",
                        "small_talk",
                        "small_talk",
                        "zulu",
                        "zulu",
                        "book_table",
                        "book_table",
                        "book_table",
                        "cancel_booking",
                        "opening_hours",
                        "transfer_to_human");
    }

    @Test
    void unmeasuredRoutesThatOnlyTheCallerBudgetsAreSortedIn() {
        List<String> routes = gate("{\"service\":\"voice-agent\",\"environment\":\"staging\","
                        + "\"budgets\":{\"zulu\":{\"p95_ms\":1},\"alpha\":{\"p95_ms\":1}}}")
                .extract()
                .path("failures.route");

        assertThat(routes)
                .containsExactly(
                        "alpha",
                        "book_table",
                        "cancel_booking",
                        "opening_hours",
                        "small_talk",
                        "transfer_to_human",
                        "zulu");
    }

    @Test
    void aRouteListsLatencyErrorsCostMissingThenChecksOfThePolicy() {
        LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.*
                import java.util.List
                rule "first of all, samples must be known" salience 100 when
                    RouteMetrics($route : route, others["samples"] == null)
                then
                    insert(new Failure($route, "samples_unknown", "Nobody counted."));
                end
                rule "time to first token" when Release(service == "search") then
                    insert(new MetricLimit("find", "ttft_p95_ms", 300));
                end
                """);

        gate("""
                {"service":"search",
                 "routes":{"find":{"p95_ms":900,"error_rate":0.5,"cost_per_success":1,"task_success_delta":0,
                                   "ttft_p95_ms":301},
                           "list":{"p95_ms":900,"error_rate":0.5,"cost_per_success":1}},
                 "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05},
                            "list":{"p95_ms":800,"error_rate":0.01}}}""")
                .statusCode(200)
                .body(
                        "failures.findAll { it.route == 'find' }.reason",
                        equalTo(List.of(
                                "latency", "errors", "cost_without_quality_gain", "ttft_p95_ms", "samples_unknown")))
                .body(
                        "failures.findAll { it.route == 'list' }.reason",
                        equalTo(List.of("latency", "errors", "missing_metrics", "missing_budget", "samples_unknown")))
                .body("failures.route.unique()", contains("find", "list"))
                .body(
                        "checks.collect { it.route + ' ' + it.check + ' ' + it.outcome }",
                        contains(
                                "find latency fail",
                                "find errors fail",
                                "find cost_without_quality_gain fail",
                                "find ttft_p95_ms fail",
                                "list latency fail",
                                "list errors fail",
                                "list cost_without_quality_gain not_evaluated"));
    }

    @Test
    void aFailureAboutNoRouteComesLast() {
        LiveRules.save("load-gate/own.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                import dev.shipgate.loadgate.*
                rule "frozen" salience 100 when Release() then
                    insert(new Failure(null, "frozen", "No releases today."));
                end
                """);

        gate(voiceAgent("")).body("failures[-1].reason", equalTo("frozen")).body("failures[-1].route", nullValue());
    }

    @Test
    void everyRowSaysWhatWasObservedTheLimitTheMarginAndWhoSetIt() {
        List<Map<String, Object>> checks = gate(voiceAgent(
                        "\"book_table\":{\"p95_ms\":1125,\"cost_per_success\":0.025}"))
                .extract()
                .jsonPath()
                .getList("checks.findAll { it.route == 'book_table' }");

        assertThat(checks.get(0))
                .containsEntry("check", "latency")
                .containsEntry("outcome", "fail")
                .containsEntry("observed", 1125)
                .containsEntry("limit", 1000)
                .containsEntry("margin", -0.125f)
                .containsEntry("budget_source", "policy");
        assertThat(checks.get(1))
                .containsEntry("check", "errors")
                .containsEntry("outcome", "not_evaluated")
                .containsEntry("observed", null)
                .containsEntry("limit", 0.01f)
                .containsEntry("margin", null)
                .containsEntry("budget_source", "policy");
        assertThat(checks.get(2))
                .containsEntry("check", "cost_without_quality_gain")
                .containsEntry("outcome", "pass")
                .containsEntry("observed", 0.025f)
                .containsEntry("limit", 0.05f)
                .containsEntry("margin", 0.5f)
                .containsEntry("budget_source", "policy");
    }

    @Test
    void aFailureNamesTheRuleThatFoundItAndSaysWhatHappened() {
        gate(voiceAgent("\"book_table\":" + route(1125, 0.004, 0.041, 0)))
                .body("failures[0].reason", equalTo("latency"))
                .body("failures[0].observed", equalTo(1125))
                .body("failures[0].limit", equalTo(1000))
                .body("failures[0].rule", equalTo("latency is over budget"))
                .body("failures[0].detail", equalTo("p95 latency in ms is 1125, over the limit of 1000 by 12.5 %."))
                .body("failures[0]", not(hasKey("missing")));
    }

    @Test
    void anExcusedCostWarnsInTheOrderOfRoutes() {
        gate(voiceAgent("\"small_talk\":" + route(1, 0, 1, 0.5) + ",\"book_table\":" + route(1, 0, 1, 0.5)))
                .body("warnings.route", contains("small_talk", "book_table"))
                .body("warnings.reason.unique()", contains("cost_excused_by_quality_gain"))
                .body("warnings.rule.unique()", contains("cost is over budget and a gain in task success excuses it"));
    }
}
