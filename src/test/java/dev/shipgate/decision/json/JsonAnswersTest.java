package dev.shipgate.decision.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Answered;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.json.RawJson;
import dev.shipgate.loadgate.Warning;
import dev.shipgate.policy.Findings;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonAnswersTest {

    private static Answered answered(String body, Verdict verdict, boolean cut, String... firings) {
        return answered(body, verdict, false, cut, firings);
    }

    private static Answered answered(String body, Verdict verdict, boolean replayed, boolean cut, String... firings) {
        List<JsonSerializable> first = Stream.of(firings)
                .<JsonSerializable>map(firing -> new RawJson(firing.getBytes(UTF_8)))
                .toList();
        Release release = new Release(null, null, null, Map.of());
        return new Answered(
                verdict, release, body.getBytes(UTF_8), replayed, maxBytes -> new IncludedFirings(first, cut));
    }

    private static String told(Answered answered, boolean firings) {
        return new String(new JsonAnswers(new ObjectMapper(), 50).body(answered, new Inclusion(null, firings)), UTF_8);
    }

    @Test
    void firingsAreToldToWhoAsksForThem() {
        Answered answered = answered("{\"a\":1}", Verdict.BLOCK, false, "{\"rule\":1}", "{\"rule\":2}");

        assertThat(told(answered, false)).isEqualTo("{\"a\":1}");
        assertThat(told(answered, true)).isEqualTo("{\"a\":1,\"firings\":[{\"rule\":1},{\"rule\":2}]}");
    }

    @Test
    void firingsTakeThePlaceOfTheirCountInAnEarlierAnswer() {
        String before = "{\"a\":\"x\",\"firings\":{\"total\":1,\"by_rule\":{\"b\":1}}%s}";
        Answered last = answered(before.formatted(""), Verdict.BLOCK, true, false, "{}");
        Answered within = answered(before.formatted(",\"c\":2"), Verdict.BLOCK, true, false, "{}");

        assertThat(told(last, false)).isEqualTo(before.formatted(""));
        assertThat(told(last, true)).isEqualTo("{\"a\":\"x\",\"firings\":[{}]}");
        assertThat(told(within, true)).isEqualTo("{\"a\":\"x\",\"c\":2,\"firings\":[{}]}");
    }

    @Test
    void noMoreFiringsAreReadThanHaveRoom() {
        List<Long> room = new ArrayList<>();
        Release release = new Release(null, null, null, Map.of());
        Answered answered = new Answered(Verdict.PASS, release, "{\"a\":1}".getBytes(UTF_8), true, maxBytes -> {
            room.add(maxBytes);
            return new IncludedFirings(List.of(), true);
        });

        assertThat(told(answered, true)).isEqualTo("{\"a\":1,\"firings\":[],\"firings_cut\":true}");
        assertThat(room).containsExactly(43L);
    }

    @Test
    void anAnswerSaysThatFiringsAreCut() {
        assertThat(told(answered("{\"a\":1}", Verdict.PASS, true, "{}"), true))
                .isEqualTo("{\"a\":1,\"firings\":[{}],\"firings_cut\":true}");
    }

    @Test
    void asManyFiringsAreToldAsFitIntoAnAnswer() {
        String large = "{\"rule\":\"" + "x".repeat(20) + "\"}";

        assertThat(told(answered("{\"a\":1}", Verdict.PASS, false, "{}", large, "{}"), true))
                .isEqualTo("{\"a\":1,\"firings\":[{}],\"firings_cut\":true}");
    }

    @Test
    void rulesThatFailedTellOfNoFirings() {
        assertThat(told(answered("{\"status\":500}", Verdict.ERROR, false, "{}"), true))
                .isEqualTo("{\"status\":500}");
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
        assertThat(told.path("detail").asText()).isEqualTo("The rule \"own\" found what cannot be put into an answer.");
        assertThat(told.has("failed")).isFalse();
    }

    @Test
    void ofAFailureOfWhichTooMuchIsSaidTheRestIsTold() throws IOException {
        RuleRun run = new Findings().by("own", new Warning(null, "own", "Own.")).run();
        byte[] report = new JsonAnswers(new ObjectMapper(), 1_000)
                .failure(
                        new UUID(0, 1),
                        "load_gate",
                        run.unanswerable(run.findings(Warning.class).get(0), "It cannot be. ".repeat(100)));

        assertThat(new ObjectMapper().readTree(report).path("detail").asText())
                .isEqualTo("The rule \"own\" found what cannot be put into an answer.");
    }

    /** A question whose findings make no answer. */
    private record Unanswerable(Release release, RuleRun run) implements Question {

        @Override
        public String kind() {
            return "load_gate";
        }

        @Override
        public Question keeping(TrustedLabels labels) {
            return new Unanswerable(labels.keptOf(release), run);
        }

        @Override
        public Answer answer(RulesetLease rules, EvaluationContext context) {
            throw run.unanswerable(run.findings(Warning.class).get(0), "It cannot be.");
        }
    }

    @Test
    void aFailedEvaluationWithHugeFiringsIsStillADecision() throws IOException {
        RuleRun run = new Findings()
                .by("a rule of a long name".repeat(100))
                .by("own", new Warning(null, "own", "Own."))
                .run();
        Decision decision;
        try (RulesetLease rules = TestRules.leaseOfNone()) {
            decision = new Evaluator(new JsonAnswers(new ObjectMapper(), 1_000))
                    .evaluate(
                            new Unanswerable(new Release("web", null, null, Map.of()), run),
                            rules,
                            new UUID(0, 1),
                            Instant.EPOCH,
                            EvaluationContext.at(Instant.EPOCH, ZoneOffset.UTC));
        }

        assertThat(decision.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(decision.firings()).hasSize(2);
        assertThat(new ObjectMapper().readTree(decision.answer()).path("detail").asText())
                .isEqualTo("The rule \"own\" found what cannot be put into an answer. It cannot be.");
    }

    private static DecisionResponse response(int chars) {
        return new DecisionResponse(
                new UUID(0, 1),
                Instant.EPOCH,
                Verdict.PASS,
                new RulesetVersion("sha256:97"),
                Map.of("text", "x".repeat(chars)),
                List.of(),
                List.of());
    }

    @Test
    void anAnswerThatIsTooLargeIsAnEvaluationThatFailed() {
        JsonAnswers answers = new JsonAnswers(new ObjectMapper().findAndRegisterModules(), 100_000);

        assertThat(answers.answer(response(90_000))).hasSizeGreaterThan(90_000);

        PolicyEvaluationException failure =
                catchThrowableOfType(PolicyEvaluationException.class, () -> answers.answer(response(100_000)));
        assertThat(failure.reason()).isEqualTo(Reason.MEMORY_LIMIT);
        assertThat(failure)
                .hasMessage("What the rules found makes an answer of more than 100000 bytes, the limit of one answer"
                        + " here. Maybe shorter texts, or fewer findings?");
    }
}
