package dev.shipgate.audit.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.shipgate.audit.store.record.LatestDictionary;
import dev.shipgate.audit.store.record.NewRecord.DecisionRecord;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.audit.store.record.NewRecord.ShippedRecord;
import dev.shipgate.audit.store.record.NewRecord.WaiverUseRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.audit.store.record.RecordHead;
import dev.shipgate.audit.store.record.RecordIndex;
import dev.shipgate.audit.store.record.RecordIndex.FiredRule;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.decision.Submission;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.decision.firing.FiringRow;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a decision into the form in which it is kept. */
public final class RecordComposer {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ObjectMapper json;
    private final Map<String, String> engine;
    private final Masking masking;
    private final WaiverEvent waiverEvents;
    private final @Nullable PassedRelease passed;
    private final LatestDictionary dictionary = new LatestDictionary();

    /**
     * @param engine the versions of the programs that evaluate, by name
     * @param passed makes the event that a release which passes has shipped; null when it has not by that
     */
    public RecordComposer(
            ObjectMapper json, Map<String, String> engine, Masking masking, @Nullable PassedRelease passed) {
        this.json = json;
        this.engine = engine;
        this.masking = masking;
        this.waiverEvents = new WaiverEvent(json);
        this.passed = passed;
    }

    public DecisionRecord compose(Decision decision, Submission submission, @Nullable IdempotencyClaim claim) {
        Masks masks = masking.of(submission.body());
        List<String> routes =
                decision.routes().stream().map(masks::apply).distinct().sorted().toList();
        byte[] request = masks.applyToRequest(inOneLine(submission.body()));
        byte[] answer = masks.applyToAnswer(decision.answer());
        RecordContent content = dictionary.content(decision.evaluatedAt());
        try (content) {
            writeHead(content, decision, submission, masks, routes);
            write(content, ",\"" + RecordHead.END + "\":");
            content.write(request);
            write(content, ",\"response\":");
            content.write(answer);
            write(content, ",\"" + RecordHead.FIRINGS + "\":[");
            writeFirings(content, decision.firings(), masks);
            write(content, "]");
        } catch (IOException e) {
            throw new UncheckedIOException("A record of a decision cannot be put together", e);
        }
        RecordIndex index = index(decision, submission, masks, routes);
        ShippedRecord shipped = passed == null ? null : passed.of(index, request, answer, masks.pointers());
        return new DecisionRecord(content, index, claim, uses(decision, submission), shipped);
    }

    private static void write(RecordContent content, String text) throws IOException {
        content.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void writeHead(
            RecordContent content, Decision decision, Submission submission, Masks masks, List<String> routes)
            throws IOException {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("decision_id", decision.id());
        head.put(RecordHead.FORM, RecordHead.LATEST_FORM);
        head.put("evaluated_at", decision.evaluatedAt());
        head.put("kind", decision.kind());
        head.put("service", masks.applyToName(decision.release().service()));
        head.put("environment", masks.applyToName(decision.release().environment()));
        head.put("version", masks.applyToName(decision.release().version()));
        head.put("verdict", decision.verdict());
        head.put("ruleset", new RulesetVersion(decision.ruleset().version()));
        head.put("caller", submission.caller());
        head.put("idempotency_key", submission.idempotencyKey());
        head.put("include", submission.include());
        head.put("duration_ms", decision.duration().toNanos() / NANOS_PER_MILLI);
        head.put("engine", engine);
        head.put(RecordHead.CONTEXT, masked(decision.context(), masks));
        if (!decision.waived().isEmpty()) {
            head.put(RecordHead.WAIVED, true);
        }
        head.put("routes", routes);
        head.put(RecordHead.RULES_FIRED, rules(decision));
        head.put("masked", masks.pointers());
        RecordMembers.write(json, content, head);
    }

    /**
     * A record is one line. Between the values of JSON a break is no more than a space, and within them there is none.
     */
    public static byte[] inOneLine(byte[] body) {
        byte[] line = body.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }

    /** One by one: there may be more than memory should hold as text. */
    private void writeFirings(RecordContent content, List<Firing> firings, Masks masks) throws IOException {
        ObjectWriter writer = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        if (masks.isEmpty()) {
            // The values of a sequence have spaces between them, and nothing else, unless a comma is asked for.
            try (SequenceWriter rows = writer.withRootValueSeparator(",").writeValues(content)) {
                for (Firing firing : firings) {
                    rows.write(new FiringRow(firing));
                }
            }
            return;
        }
        String before = "";
        for (Firing firing : firings) {
            write(content, before);
            content.write(masks.applyToAnswer(json.writeValueAsBytes(new FiringRow(firing))));
            before = ",";
        }
    }

    /**
     * The names of the rules that fired, in the order of their first firing. Rules of two folders may have one name.
     */
    private static List<String> rules(Decision decision) {
        return decision.fired().stream()
                .map(count -> count.rule().rule())
                .distinct()
                .toList();
    }

    /** A waiver may name what is masked, such as a version. */
    private static EvaluationContext masked(EvaluationContext context, Masks masks) {
        return masks.isEmpty() ? context : context.withTexts(masks::apply);
    }

    private List<WaiverUseRecord> uses(Decision decision, Submission submission) {
        return decision.waiversThatTurnedIt().stream()
                .map(waiver -> waiverEvents.used(waiver, decision.id(), submission.caller(), decision.evaluatedAt()))
                .toList();
    }

    private static RecordIndex index(Decision decision, Submission submission, Masks masks, List<String> routes) {
        return new RecordIndex(
                decision.id(),
                decision.evaluatedAt(),
                decision.kind(),
                masks.applyToName(decision.release().service()),
                masks.applyToName(decision.release().environment()),
                masks.applyToName(decision.release().version()),
                decision.verdict().lowerCase(),
                submission.caller(),
                new RulesetText(decision.ruleset().version(), () -> RulesetArchive.write(decision.ruleset())),
                rules(decision),
                routes,
                firings(decision.fired()),
                !decision.waived().isEmpty());
    }

    private static Map<FiredRule, Integer> firings(List<FiringCount> fired) {
        Map<FiredRule, Integer> counts = new LinkedHashMap<>();
        for (FiringCount count : fired) {
            RuleInfo rule = count.rule();
            counts.merge(
                    new FiredRule(rule.packageName(), rule.rule(), rule.textSha256()), count.fired(), Integer::sum);
        }
        return counts;
    }
}
