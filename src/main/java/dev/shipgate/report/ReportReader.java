package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer in order. Takes any JSON: what is not as it should be is missing, and does not pass. */
public final class ReportReader {

    private final String kind;
    private final JsonNode answer;
    private final AnswerVerdict verdict;
    private final FiredRules rules;
    private final List<Row> rows = new ArrayList<>();
    private final List<Notice> findings = new ArrayList<>();

    private ReportReader(String kind, JsonNode answer, AnswerVerdict verdict) {
        this.kind = kind;
        this.answer = answer;
        this.verdict = verdict;
        this.rules = new FiredRules(answer);
    }

    public static Report read(String kind, JsonNode answer, @Nullable String subject) {
        AnswerVerdict verdict = AnswerVerdict.of(answer);
        return new ReportReader(kind, answer, verdict).read(subject == null ? "" : subject);
    }

    private Report read(String subject) {
        if (kind.equals(Kinds.RELEASE_READINESS)) {
            blockers();
            for (String part : List.of(Kinds.LOAD_GATE, Kinds.RETRY_STORMS, Kinds.CAPACITY)) {
                part(part, answer.path(part), blocks(part) ? Level.ERROR : Level.WARNING);
            }
        } else {
            part(kind, answer, Level.ERROR);
        }
        if (verdict == AnswerVerdict.UNCLEAR) {
            problems();
        }
        if (verdict != AnswerVerdict.PASS && findings.stream().noneMatch(Notice::blocks)) {
            add(unexplained());
        }
        findings.sort(Comparator.comparing(Notice::level));
        return new Report(
                kind,
                subject,
                verdict,
                Conclusion.of(kind, answer, verdict),
                List.copyOf(rows),
                List.copyOf(findings),
                JsonText.of(answer, "decision_id"),
                JsonText.of(answer.path("ruleset"), "version"),
                JsonText.of(answer, "evaluated_at"));
    }

    private void blockers() {
        for (JsonNode blocker : JsonText.elements(answer.path("blockers"))) {
            String part = JsonText.of(blocker, "part");
            String reason = JsonText.of(blocker, "reason");
            RuleNote rule = rules.named(kind, JsonText.of(blocker, "rule"));
            add(new Notice(Level.ERROR, kind, part, reason, JsonText.of(blocker, "detail"), rule));
        }
    }

    /** Adds what is no check, but holds the release back as one does. */
    private void add(Notice finding) {
        findings.add(finding);
        rows.add(Row.of(kind, finding.item(), finding.reason(), Row.Outcome.FAIL, "", finding));
    }

    /** Policy may let a release go though one of its parts did not pass. Then what is wrong with it is worth knowing. */
    private boolean blocks(String part) {
        return switch (verdict) {
            case PASS -> false;
            case UNCLEAR -> true;
            case BLOCK ->
                JsonText.elements(answer.path("blockers")).stream()
                        .anyMatch(blocker -> JsonText.of(blocker, "part").equals(part));
        };
    }

    private void part(String part, JsonNode said, Level level) {
        switch (part) {
            case Kinds.LOAD_GATE -> new LoadGateRows(said, rules, level).addTo(rows, findings);
            case Kinds.RETRY_STORMS -> new RetryStormRows(said, rules, level).addTo(rows, findings);
            case Kinds.CAPACITY -> new CapacityRows(said, rules, level).addTo(rows, findings);
            default -> {
                // Of what is no answer nothing can be told but that it is none.
            }
        }
    }

    /** What an answer that is a problem says is wrong. */
    private void problems() {
        if (!AnswerVerdict.isProblem(answer)) {
            return;
        }
        String type = JsonText.of(answer, "type");
        String reason = type.substring(1 + Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')));
        String detail = JsonText.of(answer, "detail");
        add(new Notice(Level.ERROR, kind, "", reason, detail.isEmpty() ? JsonText.of(answer, "title") : detail, null));
        for (JsonNode error : JsonText.elements(answer.path("errors"))) {
            add(new Notice(
                    Level.ERROR, kind, JsonText.of(error, "pointer"), reason, JsonText.of(error, "detail"), null));
        }
    }

    private Notice unexplained() {
        if (verdict == AnswerVerdict.UNCLEAR) {
            return blocking(
                    "unclear", "This is no answer of the kind " + kind + " that could be read, so it is not a pass.");
        }
        // Every other block of this kind names its points.
        return kind.equals(Kinds.RETRY_STORMS)
                ? blocking("no_points", "There was no point, so nothing was judged.")
                : blocking("not_passed", "The answer is not a pass, and names no reason.");
    }

    private Notice blocking(String reason, String detail) {
        return new Notice(Level.ERROR, kind, "", reason, detail, null);
    }
}
