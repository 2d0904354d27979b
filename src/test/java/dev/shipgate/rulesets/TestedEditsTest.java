package dev.shipgate.rulesets;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import dev.shipgate.testing.LiveRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit decides only if the tests beside the rules pass. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class TestedEditsTest {

    private static final String ACTIVE = "/v1/rulesets/active";

    @BeforeEach
    void shippedRulesWithTheirTests() {
        LiveRules.resetWithTests();
    }

    @Test
    void anEditThatFailsATestIsRefusedWithWhatWasExpected() {
        String before = LiveRules.activeVersion();

        LiveRules.edit("load-gate/conditions.drl", "p95Ms > p95Limit", "p95Ms > 3 * p95Limit");

        get(ACTIVE)
                .then()
                .statusCode(200)
                .body("version", equalTo(before))
                .body("attempted.outcome", equalTo("refused"))
                // Three of the conditions themselves, and those of waivers of a slow route.
                .body(
                        "attempted.diagnostics.code",
                        contains(
                                "test-failed",
                                "test-failed",
                                "test-failed",
                                "test-failed",
                                "test-failed",
                                "test-failed",
                                "test-failed",
                                "may-fail"))
                .body("attempted.diagnostics[0].file", equalTo("load-gate/conditions.test.yaml"))
                .body(
                        "attempted.diagnostics[0].message",
                        allOf(
                                containsString("The test \"one slow route holds back the release\" fails: "),
                                containsString("/failures/0/reason: expected \"latency\", but was \"not_evaluated\"")));
    }

    @Test
    void anEverydayEditOfANumberPassesTheShippedTests() {
        LiveRules.edit("load-gate/budgets.drl", "p95Ms(800)", "p95Ms(950)");

        get(ACTIVE).then().body("attempted.outcome", equalTo("activated")).body("attempted.diagnostics", empty());
    }

    @Test
    void aTestFileThatIsWrongRefusesTheEdit() {
        LiveRules.edit("capacity/steps.test.yaml", "expect:", "expects:");

        get(ACTIVE)
                .then()
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics.code", everyItem(equalTo("test-file")));
    }

    @Test
    void anEditThatReachesOutOfTheEvaluationIsRefused() {
        LiveRules.edit(
                "load-gate/budgets.drl",
                "insert(new Budget(\"book_table\")",
                "System.gc(); insert(new Budget(\"book_table\")");

        get(ACTIVE)
                .then()
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].code", equalTo("not-allowed"))
                .body("attempted.diagnostics.rule", hasItem("voice-agent in production: booking a table"));
    }
}
