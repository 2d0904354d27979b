package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.DecisionResponse.RuleFired;
import dev.shipgate.loadgate.Warning;
import dev.shipgate.policy.Findings;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.RuleRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonAnswersTest {

    private static List<RuleFired> firings(int chars) {
        return List.of(new RuleFired("a rule", "test", "a.drl", 1, Map.of("text", "x".repeat(chars)), Map.of()));
    }

    @Test
    void aReportOfRulesThatFailedSaysWhereToWhoMayReadThem() throws IOException {
        JsonAnswers answers = new JsonAnswers(new ObjectMapper(), 100_000);
        RuleRun run = new Findings().by("own", new Warning(null, "own", "Own.")).run();
        byte[] report = answers.failure(
                new UUID(0, 1),
                "load_gate",
                run.unanswerable(run.findings(Warning.class).get(0), "It cannot be."));

        JsonNode told = new ObjectMapper().readTree(report);
        assertThat(told.at("/failed/rule").asText()).isEqualTo("own");
        assertThat(told.at("/failed/facts/Warning/detail").asText()).isEqualTo("Own.");
        ((ObjectNode) told).remove("failed");
        assertThat(new ObjectMapper().readTree(answers.withoutPolicy(report))).isEqualTo(told);
    }

    @Test
    void ofAFailureWhoseFactsAreTooLargeTheRestIsTold() throws IOException {
        RuleRun run = new Findings()
                .by("own", new Warning(null, "own", "x".repeat(2_000)))
                .run();
        byte[] report = new JsonAnswers(new ObjectMapper(), 1_000)
                .failure(
                        new UUID(0, 1),
                        "load_gate",
                        run.unanswerable(run.findings(Warning.class).get(0), "It cannot be."));

        JsonNode told = new ObjectMapper().readTree(report);
        assertThat(told.path("detail").asText())
                .isEqualTo("The rule \"own\" found what cannot be put into an answer. It cannot be.");
        assertThat(told.has("failed")).isFalse();
    }

    @Test
    void anAnswerThatIsTooLargeIsAnEvaluationThatFailed() {
        JsonAnswers answers = new JsonAnswers(new ObjectMapper(), 100_000);

        assertThat(answers.firings(firings(90_000)).utf8()).hasSizeGreaterThan(90_000);

        PolicyEvaluationException failure =
                catchThrowableOfType(PolicyEvaluationException.class, () -> answers.firings(firings(100_000)));
        assertThat(failure.reason()).isEqualTo(Reason.MEMORY_LIMIT);
        assertThat(failure)
                .hasMessage("What the rules found makes an answer of more than 100000 bytes, the limit of one answer"
                        + " here. Maybe shorter texts, or fewer findings?");
    }
}
