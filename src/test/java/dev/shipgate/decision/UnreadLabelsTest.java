package dev.shipgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.loadgate.LoadGate;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.testing.Lengthy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules that read no label are asked once, as they would answer the same without labels. */
@Lengthy
class UnreadLabelsTest {

    private static final int REQUESTS = 1_000;
    private static final List<String> SERVICES =
            List.of("payments", "booth", "shop", "stand", "ranking", "kin", "sly", "desk", "kiosk");
    private static final List<String> LABELS = List.of(
            "\"commit\": \"4f9d2c1\"", "\"track\": \"canary\"", "\"hotfix\": \"true\"", "\"tier\": \"critical\"");
    private static final EvaluationContext CONTEXT = EvaluationContext.at(Instant.EPOCH, ZoneOffset.UTC);

    @RegisterExtension
    static final LabelRules RULES = new LabelRules();

    private static Question question(String service, int p95Ms, String labels) {
        String body = """
                {"service": "%s", "environment": "production", "labels": {%s},
                 "routes": {"quote": {"p95_ms": %d, "error_rate": 0, "cost_per_success": 0.1, "task_success_delta": 0}},
                 "budgets": {"quote": {"p95_ms": 900, "error_rate": 0.01, "cost_per_success": 1}}}
                """.formatted(service, labels, p95Ms);
        return Evaluator.read(new LoadGate(), body.getBytes(StandardCharsets.UTF_8), null);
    }

    /** A question that counts how often it is answered, with all its labels or with some of them. */
    private record Counted(Question question, AtomicInteger answers) implements Question {

        @Override
        public String kind() {
            return question.kind();
        }

        @Override
        public Release release() {
            return question.release();
        }

        @Override
        public Question keeping(TrustedLabels labels) {
            return new Counted(question.keeping(labels), answers);
        }

        @Override
        public Answer answer(RulesetLease rules, EvaluationContext context) {
            answers.incrementAndGet();
            return question.answer(rules, context);
        }
    }

    private static int answersTo(Question question) {
        Counted counted = new Counted(question, new AtomicInteger());
        assertThat(Evaluator.answer(counted, RULES.lease(), CONTEXT).verdict()).isEqualTo(Verdict.PASS);
        return counted.answers().get();
    }

    @Test
    void rulesAreAskedAgainOnlyIfTheyReadALabel() {
        assertThat(answersTo(question("payments", 300, "\"commit\": \"4f9d2c1\"")))
                .isEqualTo(1);
        assertThat(answersTo(question("stand", 300, "\"commit\": \"4f9d2c1\""))).isEqualTo(2);
        assertThat(answersTo(question("ranking", 300, "\"track\": \"canary\", \"commit\": \"4f9d2c1\"")))
                .isEqualTo(3);
        assertThat(answersTo(question("stand", 300, ""))).isEqualTo(1);
    }

    @Test
    void anAnswerForWhichNoLabelWasReadIsTheAnswerWithoutLabels() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int unread = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String labels = String.join(
                    ", ", LABELS.stream().filter(label -> random.nextBoolean()).toList());
            Question question =
                    question(SERVICES.get(random.nextInt(SERVICES.size())), 200 + random.nextInt(1_000), labels);
            Answer answer = question.answer(RULES.lease(), CONTEXT);
            if (!labels.isEmpty() && !question.release().hasReadLabels()) {
                unread++;
                Answer without = question.keeping(TrustedLabels.NONE).answer(RULES.lease(), CONTEXT);
                assertThat(said(answer)).as("seed %d, request %d", seed, i).isEqualTo(said(without));
            }
        }
        assertThat(unread).as("seed %d", seed).isPositive();
    }

    private static String said(Answer answer) {
        ObjectMapper json = CommandJson.mapper();
        return answer.verdict() + " " + json.valueToTree(answer.body()) + " "
                + json.valueToTree(FiringCount.of(answer.firings()));
    }
}
