package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.GateClient.WITHIN_BUDGET;
import static dev.shipgate.loadgate.GateClient.budget;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.onlyCaller;
import static dev.shipgate.loadgate.GateClient.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In staging the policy gives {@code book_table} 1000 ms, 0.01 errors, 0.05 a turn, and asks for a gain of 0.02. */
@QuarkusTest
class StricterBudgetTest {

    private static final String OF_BOOK_TABLE = "checks.findAll { it.route == 'book_table' }";

    @ParameterizedTest
    @CsvSource({
        "p95_ms,           700,   700,  0, caller",
        "p95_ms,           1100,  1000, 0, policy",
        "p95_ms,           1000,  1000, 0, policy",
        "error_rate,       0.005, 0.005, 1, caller",
        "error_rate,       0.02,  0.01, 1, policy",
        "error_rate,       0.01,  0.01, 1, policy",
        "cost_per_success, 0.045, 0.045, 2, caller",
        "cost_per_success, 0.06,  0.05, 2, policy",
        "cost_per_success, 0.05,  0.05, 2, policy"
    })
    void theLowerLimitHoldsAndTheRowSaysWhose(String field, double asked, double holds, int row, String source) {
        String limit = OF_BOOK_TABLE + "[" + row + "].limit";
        ValidatableResponse response = bookTable(WITHIN_BUDGET, "{\"" + field + "\":" + asked + "}")
                .statusCode(200)
                .body(OF_BOOK_TABLE + "[" + row + "].budget_source", equalTo(source));
        double answered = ((Number) response.extract().path(limit)).doubleValue();
        assertThat((float) answered).isEqualTo((float) holds);
    }

    @Test
    void theLimitsThatTheCallerLeavesOutStayThePolicys() {
        bookTable(WITHIN_BUDGET, "{\"p95_ms\":700}")
                .body(OF_BOOK_TABLE + ".budget_source", contains("caller", "policy", "policy"))
                .body(OF_BOOK_TABLE + ".limit", contains(equalTo(700), equalTo(0.01f), equalTo(0.05f)));
    }

    @Test
    void aStricterLimitOfTheCallerFailsWhatThePolicyAllows() {
        bookTable(route(900, 0.004, 0.041, 0.01), "{\"p95_ms\":800}")
                .body("failures.findAll { it.route == 'book_table' }.reason", contains("latency"));
    }

    @Test
    void aLooserLimitOfTheCallerDoesNotSaveWhatThePolicyForbids() {
        bookTable(route(1001, 0.004, 0.041, 0.01), "{\"p95_ms\":5000}")
                .body("failures.findAll { it.route == 'book_table' }.reason", contains("latency"))
                .body("failures.find { it.route == 'book_table' }.limit", equalTo(1000));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.015, false", "0.01, 0.02, true", "0.05, 0.04, false", "0.05, 0.05, true", "0.02, 0.02, true"})
    void theLargerLeastGainHolds(double asked, double gain, boolean excused) {
        bookTable(route(640, 0.004, 0.06, gain), "{\"min_gain_for_cost_overrun\":" + asked + "}")
                .body(OF_BOOK_TABLE + "[2].outcome", equalTo(excused ? "pass" : "fail"));
    }

    @Test
    void aCallersBudgetAloneIsUsedAndSaidToBeTheCallers() {
        gate(onlyCaller(WITHIN_BUDGET, budget(700, 0.01, 0.05, 0.02)))
                .statusCode(200)
                .body("ship", equalTo(true))
                .body("checks.budget_source", everyItem(equalTo("caller")))
                .body("checks.limit", contains(equalTo(700), equalTo(0.01f), equalTo(0.05f)));
    }

    @Test
    void aCallersBudgetThatLacksALimitLeavesThatCheckOpen() {
        gate(onlyCaller(WITHIN_BUDGET, "{\"p95_ms\":700,\"error_rate\":0.01}"))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("checks.outcome", contains("pass", "pass", "not_evaluated"))
                .body("failures.reason", contains("missing_budget"))
                .body("failures[0].missing", contains("cost_per_success"));
    }

    @Test
    void aCallersEmptyBudgetIsNone() {
        gate(onlyCaller(WITHIN_BUDGET, "{}"))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("checks.outcome", everyItem(equalTo("not_evaluated")))
                .body("failures.reason", contains("missing_budget"))
                .body("failures[0].missing", contains("p95_ms", "error_rate", "cost_per_success"));
    }

    private static ValidatableResponse bookTable(String metrics, String budget) {
        return gate("{\"service\":\"voice-agent\",\"environment\":\"staging\",\"routes\":{\"book_table\":" + metrics
                + "},\"budgets\":{\"book_table\":" + budget + "}}");
    }
}
