package dev.shipgate.readiness;

import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.Verdict;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.readiness.ReadinessAnswer.BlockerRow;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the parts of a release together. Each part is evaluated just as it is by itself, and under the same
 * ruleset; then the rules of readiness judge what came out.
 */
@ApplicationScoped
public class Readiness implements Evaluation {

    private final List<ReadinessPart> parts;
    private final Vocabulary vocabulary;

    /** Takes the parts in the order of their priority, the highest first. */
    public Readiness(@All List<ReadinessPart> parts) {
        this.parts = parts;
        this.vocabulary = vocabulary(parts);
    }

    private static Vocabulary vocabulary(List<ReadinessPart> parts) {
        List<Class<?>> given = new ArrayList<>();
        given.add(Release.class);
        parts.forEach(part -> given.add(part.resultType()));
        return Vocabulary.giving(given).reading(Blocker.class, PartPassed.class);
    }

    @Override
    public String kind() {
        return "release_readiness";
    }

    @Override
    public String rulesFolder() {
        return "readiness";
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public Question read(JsonObject body, Release release) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (ReadinessPart part : parts) {
            if (body.isNull(part.kind())) {
                // A test that produced nothing looks like this. It must not look like no test.
                body.invalid(part.kind(), "is null. Leave the part out, or give it.");
            }
            JsonObject fields = body.object(part.kind());
            if (fields != null) {
                questions.put(part.kind(), part.readPart(fields, release));
                fields.rejectUnknown();
            }
        }
        List<String> routes = questions.values().stream()
                .flatMap(question -> question.routes().stream())
                .toList();
        return new Question(routes, rules -> answer(release, questions, rules));
    }

    private Answer answer(Release release, Map<String, Question> questions, RulesetLease rules) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        questions.forEach((part, question) -> answers.put(part, question.answer(rules)));

        List<Object> facts = new ArrayList<>();
        facts.add(release);
        answers.values().forEach(answer -> facts.add(answer.result()));
        RuleRun run = rules.evaluate(this, facts);

        List<BlockerRow> blockers = blockers(answers, run);
        boolean ready = blockers.isEmpty();
        Map<String, Object> bodies = new LinkedHashMap<>();
        List<Firing> firings = new ArrayList<>();
        answers.forEach((part, answer) -> {
            bodies.put(part, answer.body());
            firings.addAll(answer.firings());
        });
        firings.addAll(run.firings());
        return new Answer(
                new ReadinessAnswer(ready, blockers, bodies), null, ready ? Verdict.PASS : Verdict.BLOCK, firings);
    }

    /** What rules say blocks, and, failing closed, what they say nothing about, or what cannot be. */
    private static List<BlockerRow> blockers(Map<String, Answer> answers, RuleRun run) {
        List<BlockerRow> blockers = new ArrayList<>();
        run.findings(Blocker.class).forEach(found -> blockers.add(BlockerRow.of(found)));
        PartFindings findings = new PartFindings(run);
        answers.forEach((part, answer) -> blockers.addAll(findings.moreBlockers(part, answer.verdict())));
        if (answers.isEmpty() && blockers.isEmpty()) {
            blockers.add(BlockerRow.ofNoRule(
                    "release", "nothing_evaluated", "The request has no part that could be judged."));
        }
        return blockers;
    }
}
