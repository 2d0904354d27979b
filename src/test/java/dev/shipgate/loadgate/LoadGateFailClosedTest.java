package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.GateClient.WITHIN_BUDGET;
import static dev.shipgate.loadgate.GateClient.allFiveRoutes;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.route;
import static dev.shipgate.loadgate.GateClient.voiceAgent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that lacks something never ships. The first test shows that a complete request does. */
@QuarkusTest
class LoadGateFailClosedTest {

    private static final String OF_BOOK_TABLE = "failures.findAll { it.route == 'book_table' }";

    private static final String WITHIN_BUDGET_OF_BOOK_TABLE =
            "{\"p95_ms\":640,\"error_rate\":0.004,\"cost_per_success\":0.041,\"task_success_delta\":0.01}";

    @Test
    void aReleaseWithEveryRouteMeasuredAndWithinBudgetShips() {
        gate(voiceAgent(allFiveRoutes()))
                .statusCode(200)
                .body("ship", equalTo(true))
                .body("failures", empty())
                .body("warnings", empty())
                .body("checks", hasSize(15))
                .body("checks.outcome", everyItem(equalTo("pass")));
    }

    @Test
    void anEmptyRequestDoesNotShip() {
        hasNoRoutes(gate("{}"));
    }

    @Test
    void emptyRoutesDoNotShip() {
        hasNoRoutes(gate("{\"routes\":{}}"));
    }

    @Test
    void nullRoutesDoNotShip() {
        hasNoRoutes(gate("{\"routes\":null,\"budgets\":null}"));
    }

    @Test
    void emptyRoutesOfAServiceWithBudgetsLackEveryBudgetedRoute() {
        gate(voiceAgent(""))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body(
                        "failures.route",
                        contains("book_table", "cancel_booking", "opening_hours", "small_talk", "transfer_to_human"))
                .body("failures.reason", everyItem(equalTo("missing_metrics")))
                .body("checks", hasSize(15))
                .body("checks.outcome", everyItem(equalTo("not_evaluated")));
    }

    @Test
    void aBudgetedRouteThatWasNotMeasuredDoesNotShip() {
        gate(voiceAgent(allFiveRoutes().replaceFirst("\"small_talk\":.*\n", "")))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", equalTo("small_talk"))
                .body("failures[0].reason", equalTo("missing_metrics"))
                .body("failures[0].rule", equalTo("a route that has a budget was not measured"))
                .body(
                        "failures[0].missing",
                        contains("p95_ms", "error_rate", "cost_per_success", "task_success_delta"));
    }

    @Test
    void aMeasuredRouteWithoutABudgetDoesNotShip() {
        gate(voiceAgent(allFiveRoutes() + ",\"new_route\":" + route(1, 0, 0, 0)))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", equalTo("new_route"))
                .body("failures[0].reason", equalTo("missing_budget"))
                .body("failures[0].missing", contains("p95_ms", "error_rate", "cost_per_success"))
                .body("checks.findAll { it.route == 'new_route' }.outcome", everyItem(equalTo("not_evaluated")))
                .body("checks.findAll { it.route == 'new_route' }.observed", contains(1, 0, 0));
    }

    @Test
    void aServiceWithoutBudgetsDoesNotShip() {
        gate("{\"service\":\"search\",\"routes\":{\"find\":" + WITHIN_BUDGET + "}}")
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", contains("missing_budget"));
    }

    @Test
    void aReleaseWithoutAServiceHasNoBudgetAndDoesNotShip() {
        gate("{\"routes\":{\"book_table\":" + WITHIN_BUDGET + "}}")
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures.reason", contains("missing_budget"));
    }

    @Test
    void aNullRouteDoesNotShip() {
        gate(voiceAgent(allFiveRoutes().replace(WITHIN_BUDGET_OF_BOOK_TABLE, "null")))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", equalTo("book_table"))
                .body("failures[0].reason", equalTo("missing_metrics"))
                .body(
                        "failures[0].missing",
                        contains("p95_ms", "error_rate", "cost_per_success", "task_success_delta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p95_ms", "error_rate", "cost_per_success", "task_success_delta"})
    void eachMissingFieldIsNamedAndDoesNotShip(String field) {
        lacks(field, gate(voiceAgent(withBookTable(without(field)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p95_ms", "error_rate", "cost_per_success", "task_success_delta"})
    void eachNullFieldIsNamedAndDoesNotShip(String field) {
        lacks(field, gate(voiceAgent(withBookTable(without(field).replace("}", ",\"" + field + "\":null}")))));
    }

    @Test
    void whatIsThereIsStillCheckedBesideAMissingField() {
        gate(voiceAgent(withBookTable("{\"p95_ms\":1001,\"error_rate\":null,\"cost_per_success\":0.041}")))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body(OF_BOOK_TABLE + ".reason", contains("latency", "missing_metrics"))
                .body(OF_BOOK_TABLE + "[1].missing", contains("error_rate", "task_success_delta"))
                .body("checks.findAll { it.route == 'book_table' }.outcome", contains("fail", "not_evaluated", "pass"));
    }

    private static String withBookTable(String metrics) {
        return allFiveRoutes().replace(WITHIN_BUDGET_OF_BOOK_TABLE, metrics);
    }

    private static String without(String field) {
        return WITHIN_BUDGET_OF_BOOK_TABLE
                .replaceFirst("\"" + field + "\":[^,}]*,?", "")
                .replace(",}", "}");
    }

    private static void lacks(String field, ValidatableResponse response) {
        response.statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", equalTo("book_table"))
                .body("failures[0].reason", equalTo("missing_metrics"))
                .body("failures[0].missing", equalTo(List.of(field)));
    }

    private static void hasNoRoutes(ValidatableResponse response) {
        response.statusCode(200)
                .body("ship", equalTo(false))
                .body("failures", hasSize(1))
                .body("failures[0].route", nullValue())
                .body("failures[0].reason", equalTo("no_routes"))
                .body("checks", empty());
    }
}
