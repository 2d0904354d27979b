package dev.shipgate.newkind;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.session.RulesetLease;
import java.util.ArrayList;
import java.util.List;

/** A request to look at queues, as facts. */
record QueuesRequest(Release release, List<QueueLength> queues) implements Question {

    /** The answer on queues. */
    record QueuesAnswer(String urgency, List<BlockerRow> blockers) {}

    /** A queue that is too long. */
    record BlockerRow(String part, String reason, String detail, String rule) {}

    static QueuesRequest read(JsonObject body, Release release) {
        List<QueueLength> queues = new ArrayList<>();
        body.objects("queues").forEach((name, fields) -> {
            Long waiting = fields == null ? null : fields.integer("waiting", 0);
            if (waiting != null) {
                queues.add(new QueueLength(name, waiting));
            }
        });
        return new QueuesRequest(release, queues);
    }

    @Override
    public String kind() {
        return Queues.KIND;
    }

    @Override
    public Question keeping(TrustedLabels labels) {
        return new QueuesRequest(labels.keptOf(release), queues);
    }

    @Override
    public Answer answer(RulesetLease rules, EvaluationContext context) {
        List<Object> facts = new ArrayList<>(context.facts());
        facts.add(release);
        facts.addAll(queues);
        RuleRun run = rules.evaluate(Queues.RULES, facts);
        List<BlockerRow> blockers = run.findings(QueueTooLong.class).stream()
                .map(found -> new BlockerRow(
                        found.fact().queue(),
                        found.fact().reason(),
                        found.fact().detail(),
                        found.rule().rule()))
                .toList();
        boolean passes = !queues.isEmpty() && blockers.isEmpty();
        return Answer.of(
                new QueuesAnswer(passes ? "none" : "urgent", blockers),
                null,
                passes ? Verdict.PASS : Verdict.BLOCK,
                run);
    }
}
