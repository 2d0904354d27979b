package dev.shipgate.decision;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.capacity.Capacity;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.json.JsonAnswers;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policytest.PolicyTestReport;
import dev.shipgate.policytest.PolicyTestRunner;
import dev.shipgate.readiness.Readiness;
import dev.shipgate.retrystorm.RetryStorms;
import dev.shipgate.testing.Lengthy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label of the caller lifts no limit of any evaluation, unless the policy trusts it. */
@Lengthy
class UntrustedLabelsTest {

    private static final List<ReadinessPart> PARTS = List.of(new LoadGate(), new RetryStorms(), new Capacity());
    private static final Evaluations EVALUATIONS =
            new Evaluations(List.of(new LoadGate(), new RetryStorms(), new Capacity(), new Readiness(PARTS)));

    private static final String SLOW_QUOTE = """
            "routes": {"quote": {"p95_ms": 900, "error_rate": 0.0005, "cost_per_success": 0.002,
                                 "task_success_delta": 0}}""";
    private static final String RETRIES = """
            "points": [{"minute": 1, "user_turns": 100, "client_attempts": 110, "service_attempts": 300,
                        "dependency_error_rate": 0.2}]""";
    private static final String STEPS = """
            "steps": [{"concurrency": 100, "p95_ms": 400, "error_rate": 0},
                      {"concurrency": 200, "p95_ms": 800, "error_rate": 0},
                      {"concurrency": 300, "p95_ms": 850, "error_rate": 0},
                      {"concurrency": 400, "p95_ms": 880, "error_rate": 0}]""";

    @RegisterExtension
    static final LabelRules RULES = new LabelRules();

    private static Decision decide(String kind, String body) {
        Question question = Evaluator.read(EVALUATIONS.ofKind(kind), body.getBytes(StandardCharsets.UTF_8), null);
        return new Evaluator(new JsonAnswers(CommandJson.mapper()))
                .evaluate(
                        question,
                        RULES.lease(),
                        new UUID(0, 1),
                        Instant.EPOCH,
                        EvaluationContext.at(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static JsonNode answer(String kind, String service, String labels, String measured) {
        return json(new String(
                decide(kind, "{\"service\": \"" + service + "\", \"labels\": {" + labels + "}, " + measured + "}")
                        .answer(),
                StandardCharsets.UTF_8));
    }

    private static void assertBlocks(JsonNode answer, String ignored) {
        assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("block");
        assertThat(answer.path("ignored_labels")).isEqualTo(json(ignored));
    }

    private static void assertPasses(JsonNode answer) {
        assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("pass");
        assertThat(answer.has("ignored_labels")).isFalse();
    }

    private static void assertJustBlocks(JsonNode answer) {
        assertThat(answer.path("verdict").asText()).as(answer.toString()).isEqualTo("block");
        assertThat(answer.has("ignored_labels")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kiosk, released_on, 2001-01-01", // a looser budget
        "booth, price, free", // a metric that does not apply
        "shop, hotfix, true", // a failure that is not found
        "kin, track, canary" // another budget
    })
    void noLabelLiftsALimitOfTheLoadGate(String service, String name, String value) {
        String booth = SLOW_QUOTE.replace("900", "200");
        String measured = service.equals("booth") ? booth : SLOW_QUOTE;
        String label = "\"" + name + "\": \"" + value + "\"";

        JsonNode answer = answer("load_gate", service, label, measured);

        assertBlocks(answer, "[\"" + name + "\"]");
        JsonNode without = answer("load_gate", service, "", measured);
        assertJustBlocks(without);
        assertThat(answer.path("failures")).isEqualTo(without.path("failures"));
        assertThat(answer.path("rules_fired")).isEqualTo(without.path("rules_fired"));
    }

    @Test
    void noLabelLiftsAThresholdOfRetryStorms() {
        assertBlocks(answer("retry_storms", "web", "\"drill\": \"yes\"", RETRIES), "[\"drill\"]");
        assertPasses(answer("retry_storms", "range", "\"drill\": \"yes\"", RETRIES));
        assertJustBlocks(answer("retry_storms", "range", "", RETRIES));
    }

    @Test
    void noLabelLiftsABudgetOfCapacity() {
        String required = "\"required_concurrency\": 300, " + STEPS;

        assertBlocks(answer("capacity", "kiosk", "\"track\": \"canary\"", required), "[\"track\"]");
        assertPasses(answer("capacity", "ranking", "\"track\": \"canary\"", required));
        assertJustBlocks(answer("capacity", "ranking", "", required));
    }

    @Test
    void noLabelMakesACapacityHigher() {
        JsonNode answer = answer("capacity", "kiosk", "\"track\": \"canary\"", STEPS);

        assertThat(answer.path("verdict").asText()).isEqualTo("pass");
        assertThat(answer.path("max_supported_concurrency").asInt()).isEqualTo(100);
        assertThat(answer.path("ignored_labels")).isEqualTo(json("[\"track\"]"));
        JsonNode trusted = answer("capacity", "ranking", "\"track\": \"canary\"", STEPS);
        assertPasses(trusted);
        assertThat(trusted.path("max_supported_concurrency").asInt()).isEqualTo(400);
    }

    @Test
    void noLabelMakesACapacityHigherThatIsBlockedAllTheSame() {
        String required = "\"required_concurrency\": 500, " + STEPS;
        JsonNode answer = answer("capacity", "kiosk", "\"track\": \"canary\"", required);

        assertBlocks(answer, "[\"track\"]");
        assertThat(answer.path("max_supported_concurrency").asInt()).isEqualTo(100);
        JsonNode trusted = answer("capacity", "ranking", "\"track\": \"canary\"", required);
        assertJustBlocks(trusted);
        assertThat(trusted.path("max_supported_concurrency").asInt()).isEqualTo(400);
    }

    @Test
    void aBudgetOfCapacityThatDependsOnALabelIsNoneWithoutIt() {
        assertThatThrownBy(() -> decide(
                        "capacity", "{\"service\": \"till\", \"labels\": {\"track\": \"canary\"}, " + STEPS + "}"))
                .isInstanceOfSatisfying(
                        InvalidBodyException.class,
                        e -> assertThat(e.problems().get(0).detail())
                                .isEqualTo(
                                        "is missing, and the policy has none for the service till and no environment. Send"
                                                + " p95_budget_ms, or write the budget into rules/capacity. Labels that the policy does"
                                                + " not trust were ignored: track."));
        assertPasses(answer("capacity", "cellar", "\"track\": \"canary\"", STEPS));
    }

    @Test
    void noLabelTakesABlockerOfReadinessAway() {
        String fast = "\"environment\": \"moon\", \"load_gate\": {"
                + SLOW_QUOTE.replace("900", "200")
                + ", \"budgets\": {\"quote\": {\"p95_ms\": 250, \"error_rate\": 0.01, \"cost_per_success\": 1}}}";

        JsonNode answer = answer("release_readiness", "web", "\"hotfix\": \"true\"", fast);
        assertBlocks(answer, "[\"hotfix\"]");
        assertThat(answer.at("/blockers/0/rule").asText()).isEqualTo("the moon is frozen");
        assertJustBlocks(answer("release_readiness", "depot", "", fast));
        assertPasses(answer("release_readiness", "depot", "\"hotfix\": \"true\"", fast));
    }

    @Test
    void eachPartOfAReleaseGetsTheLabelsThatItsOwnRulesTrust() {
        String canary = "\"track\": \"canary\"";
        String gate = "\"load_gate\": {" + SLOW_QUOTE + "}";
        String storms = ", \"retry_storms\": {" + RETRIES + "}";

        assertPasses(answer("release_readiness", "ranking", canary, gate));
        assertBlocks(answer("release_readiness", "kin", canary, gate), "[\"track\"]");
        JsonNode answer = answer("release_readiness", "ranking", canary + ", \"drill\": \"yes\"", gate + storms);
        assertBlocks(answer, "[\"drill\",\"track\"]");
        assertThat(answer.at("/load_gate/verdict").asText()).isEqualTo("pass");
        assertThat(answer.at("/retry_storms/verdict").asText()).isEqualTo("block");
    }

    @Test
    void noLabelMakesTheCapacityOfAReleaseHigher() {
        String parts = "\"load_gate\": {" + SLOW_QUOTE + "}, \"capacity\": {\"p95_budget_ms\": 2000, " + STEPS + "}";

        JsonNode answer = answer("release_readiness", "ranking", "\"track\": \"canary\"", parts);
        assertPasses(answer);
        assertThat(answer.at("/capacity/max_supported_concurrency").asInt()).isEqualTo(400);
        String fast = parts.replace("\"p95_ms\": 900", "\"p95_ms\": 200")
                .replace(
                        "\"load_gate\": {",
                        "\"load_gate\": {\"budgets\": {\"quote\": {\"p95_ms\": 250,"
                                + " \"error_rate\": 0.01, \"cost_per_success\": 1}}, ");
        JsonNode untrusted = answer("release_readiness", "kiosk", "\"track\": \"canary\"", fast);
        assertThat(untrusted.path("verdict").asText()).isEqualTo("pass");
        assertThat(untrusted.at("/capacity/max_supported_concurrency").asInt()).isEqualTo(100);
        assertThat(untrusted.path("ignored_labels")).isEqualTo(json("[\"track\"]"));
    }

    @Test
    void aLabelThatThePolicyTrustsLiftsALimit() {
        assertPasses(answer("load_gate", "ranking", "\"track\": \"canary\"", SLOW_QUOTE));
        assertJustBlocks(answer("load_gate", "ranking", "", SLOW_QUOTE));
        assertPasses(answer("load_gate", "ranking", "\"track\": \"canary\", \"author\": \"jane\"", SLOW_QUOTE));
    }

    @Test
    void aLabelThatTightensNeedsNoTrust() {
        assertJustBlocks(answer("load_gate", "stand", "\"tier\": \"critical\"", SLOW_QUOTE));
        assertPasses(answer("load_gate", "stand", "\"tier\": \"relaxed\"", SLOW_QUOTE));
        assertPasses(answer("load_gate", "stand", "", SLOW_QUOTE));
    }

    @Test
    void noLabelMakesAnotherOneTrusted() {
        assertBlocks(
                answer("load_gate", "sly", "\"signed\": \"yes\", \"track\": \"canary\"", SLOW_QUOTE),
                "[\"signed\",\"track\"]");
    }

    @Test
    void noLabelLiftsALimitThatATrustedOneTightened() {
        assertPasses(answer("load_gate", "desk", "", SLOW_QUOTE));
        assertJustBlocks(answer("load_gate", "desk", "\"tier\": \"critical\"", SLOW_QUOTE));
        assertBlocks(
                answer("load_gate", "desk", "\"tier\": \"critical\", \"excused\": \"yes\"", SLOW_QUOTE),
                "[\"excused\"]");
    }

    @Test
    void rulesThatFailWithoutALabelMakeAnError() {
        Decision decision =
                decide("load_gate", "{\"service\": \"lamp\", \"labels\": {\"color\": \"red\"}, " + SLOW_QUOTE + "}");

        assertThat(decision.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(new String(decision.answer(), StandardCharsets.UTF_8)).contains("lamp: the label must be there");
    }

    @Test
    void aDecisionKeepsTheLabelsThatItIgnored() {
        Decision decision =
                decide("load_gate", "{\"service\": \"kin\", \"labels\": {\"track\": \"canary\"}, " + SLOW_QUOTE + "}");

        assertThat(decision.release().labels()).isEqualTo(Map.of("track", "canary"));
    }

    @Test
    void policyTestsAnswerAsTheServiceDoes() {
        PolicyTestReport report = new PolicyTestRunner(EVALUATIONS, CommandJson.mapper()).run(RULES.lease());

        List<PolicyTestReport.Case> own = Objects.requireNonNull(report.tests()).cases().stream()
                .filter(test -> test.file().equals("load-gate/labels.test.yaml"))
                .toList();
        assertThat(own).extracting(PolicyTestReport.Case::passed).containsExactly(true, true, false);
        assertThat(own.get(2).reasons().get(0)).isEqualTo("Labels that the policy does not trust were ignored: track.");
    }
}
