package dev.shipgate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Answer.WaivedReason;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.ReadinessPart;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.evidence.WaivedFindings;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.Problem;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.readiness.ReadinessAnswer.BlockerRow;
import dev.shipgate.readiness.ReadinessAnswer.PartRow;
import dev.shipgate.readiness.ReadinessAnswer.WaivedBlocker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a release as a whole.
 *
 * @param release the release that is to ship
 * @param parts those that are there, by name, in the order in which they are evaluated
 * @param rules those of readiness
 */
record ReadinessRequest(Release release, Map<String, Question> parts, RulesOwner rules) implements Question {

    static ReadinessRequest read(JsonObject body, Release release, List<ReadinessPart> known, RulesOwner rules) {
        Map<String, Question> parts = new LinkedHashMap<>();
        for (ReadinessPart part : known) {
            if (body.isNull(part.kind())) {
                // A test that produced nothing looks like this. It must not look like no test.
                body.invalid(part.kind(), "is null. Leave the part out, or give it.");
            }
            JsonObject fields = body.object(part.kind());
            if (fields != null) {
                parts.put(part.kind(), part.read(fields, release, null));
                fields.rejectUnknown();
            }
        }
        return new ReadinessRequest(release, parts, rules);
    }

    @Override
    public String kind() {
        return Readiness.KIND;
    }

    @Override
    public List<String> routeNames() {
        return parts.values().stream()
                .flatMap(part -> part.routeNames().stream())
                .toList();
    }

    /** Each part keeps the labels that its own rules trust. */
    @Override
    public Question keeping(TrustedLabels labels) {
        Map<String, Question> kept = new LinkedHashMap<>();
        parts.forEach((name, part) -> kept.put(name, part.keeping(labels.ofPart(name))));
        return new ReadinessRequest(labels.keptOf(release), kept, rules);
    }

    @Override
    public ReleaseMeasurements measurements(JsonNode answer) {
        return parts.entrySet().stream()
                .map(part -> part.getValue().measurements(answer.path(part.getKey())))
                .reduce(ReleaseMeasurements.NONE, ReleaseMeasurements::and);
    }

    @Override
    public Answer answer(RulesetLease lease, EvaluationContext context) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        parts.forEach((name, part) -> answers.put(name, part.answer(lease, context)));

        List<Object> facts = new ArrayList<>();
        facts.add(release);
        facts.addAll(context.facts());
        answers.values().forEach(answer -> facts.add(answer.result()));
        RuleRun run = lease.evaluate(rules, facts);

        WaivedFindings waivers = new WaivedFindings(run, context);
        List<BlockerRow> blockers = new ArrayList<>();
        List<WaivedBlocker> waived = new ArrayList<>(0);
        for (BlockerRow blocker : blockers(answers, run)) {
            waiverOf(blocker, waivers)
                    .ifPresentOrElse(
                            waiver -> waived.add(WaivedBlocker.of(blocker, waiver)),
                            () -> blockers.add(blocker.with(waivers.hint(blocker.part(), null, blocker.reason()))));
        }
        boolean ready = blockers.isEmpty();
        Map<String, PartRow> bodies = new LinkedHashMap<>();
        List<Firing> firings = new ArrayList<>();
        Map<String, TrustedLabels> trusted = new LinkedHashMap<>();
        List<Problem> lacking = new ArrayList<>();
        answers.forEach((part, answer) -> {
            bodies.put(part, new PartRow(answer.verdict(), answer.body()));
            firings.addAll(answer.firings());
            trusted.put(part, answer.trusted());
            lacking.addAll(answer.lacking());
        });
        firings.addAll(run.firings());
        List<WaivedReason> allWaived = new ArrayList<>(0);
        answers.values().forEach(answer -> allWaived.addAll(answer.waived()));
        waived.forEach(row -> allWaived.add(new WaivedReason(row.waiverId(), row.reason())));
        return new Answer(
                new ReadinessAnswer(ready, blockers, waived, bodies),
                null,
                ready && lacking.isEmpty() ? Verdict.PASS : Verdict.BLOCK,
                firings,
                allWaived,
                new TrustedLabels(TrustedLabels.of(run).names(), trusted),
                lacking,
                List.of());
    }

    /** A blocker that no rule found, such as a part that none judged, cannot be waived. */
    private static Optional<Waiver> waiverOf(BlockerRow blocker, WaivedFindings waivers) {
        return blocker.rule() == null ? Optional.empty() : waivers.ofBlocker(blocker.part(), blocker.reason());
    }

    /** A release promises what any of its parts does. */
    @Override
    public boolean promisesMore(Object body, Object thanBody) {
        ReadinessAnswer answer = (ReadinessAnswer) body;
        ReadinessAnswer other = (ReadinessAnswer) thanBody;
        return parts.entrySet().stream()
                .anyMatch(part -> part.getValue().promisesMore(answer.of(part.getKey()), other.of(part.getKey())));
    }

    /** The blockers of rules, and, failing closed, more for parts that they do not judge, or judge as they are not. */
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
