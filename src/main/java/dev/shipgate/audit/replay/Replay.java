package dev.shipgate.audit.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.record.RecordedMoment;
import dev.shipgate.audit.record.RulesetArchive;
import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ServiceTime;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.Evaluator;
import dev.shipgate.decision.Question;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.json.RawJson;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.live.ReplayRulesets;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evaluates recorded requests again. Records nothing. */
@ApplicationScoped
public class Replay {

    /** Stands for the rules that decide now. */
    private static final String ACTIVE = "active";

    private final RecordReader records;
    private final Evaluations evaluations;
    private final Evaluator evaluator;
    private final ServiceTime time;
    private final ReplayRulesets rulesets;
    private final MemoryAdmission admission;
    private final ObjectMapper json;

    Replay(
            RecordReader records,
            Evaluations evaluations,
            Evaluator evaluator,
            ServiceTime time,
            ReplayRulesets rulesets,
            MemoryAdmission admission,
            ObjectMapper json) {
        this.records = records;
        this.evaluations = evaluations;
        this.evaluator = evaluator;
        this.time = time;
        this.rulesets = rulesets;
        this.admission = admission;
        this.json = json;
    }

    /**
     * Evaluates the request of a record again.
     *
     * @param version of the rules, or {@value #ACTIVE} for those of now; null for those that decided
     * @return empty when there are no such rules
     * @throws RulesetRefusedException when the rules are not accepted any more
     * @throws ContradictedRecordException when the record has a value that the service writes in no record
     * @throws dev.shipgate.http.limit.TooManyRequestsException when there is not memory enough beside other requests
     * @throws NotComparableException when the answers differ, and are too large to say where
     * @throws dev.shipgate.json.InvalidBodyException when the request is not accepted any more, or under these rules
     */
    Optional<ReplayReport> run(StoredRecord stored, @Nullable String version) throws RulesetRefusedException {
        RecordedDecision recorded = RecordedDecision.read(stored);
        String asked = version(recorded.head(), version);
        Optional<RulesetLease> lease = rulesets.lease(asked, this::stored);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try (RulesetLease rules = lease.get()) {
            return admission.run(
                    MemoryNeed.ofEvaluation(recorded.request()), () -> Optional.of(report(stored, recorded, rules)));
        }
    }

    private ReplayReport report(StoredRecord stored, RecordedDecision recorded, RulesetLease rules) {
        RecordHead head = recorded.head();
        Evaluation evaluation = evaluations.ofKind(text(head, "kind"));
        Question question = Evaluator.read(evaluation, recorded.request(), head.text("include"));
        UUID id = Objects.requireNonNull(stored.decisionId());
        Instant at = RecordedMoment.evaluatedAt(head, id);
        EvaluationContext context = RecordedMoment.context(head, id);
        Decision decision = evaluator.evaluate(question, rules, id, at, context == null ? time.at(at) : context);
        byte[] replayed = head.isOfFirstForm() ? FirstFormAnswer.of(decision, json) : decision.answer();
        return report(id, rules.version(), head.masked(), recorded.response(), replayed);
    }

    private String version(RecordHead head, @Nullable String asked) {
        if (asked == null) {
            return Objects.requireNonNull(head.rulesetVersion());
        }
        return asked.equals(ACTIVE) ? rulesets.activeVersion() : asked;
    }

    private Optional<RulesetFiles> stored(String version) {
        return records.ruleset(version).map(files -> RulesetArchive.read(version, files));
    }

    private static String text(RecordHead head, String name) {
        @Nullable String text = head.text(name);
        return Objects.requireNonNull(text, name);
    }

    private static ReplayReport report(UUID id, String version, List<String> masked, byte[] recorded, byte[] replayed) {
        List<AnswerDifference> differences = AnswerComparison.differences(recorded, replayed);
        return new ReplayReport(
                id,
                new RulesetVersion(version),
                differences.isEmpty(),
                masked.isEmpty(),
                masked,
                new RawJson(recorded),
                new RawJson(replayed),
                differences);
    }
}
