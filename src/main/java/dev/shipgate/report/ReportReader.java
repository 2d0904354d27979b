package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Notice.Level;
import dev.shipgate.report.Row.RowOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts an answer in order. Takes any JSON: a value that is not as it should be is missing, and does not pass. */
public final class ReportReader {

    private final ReportedKind kind;
    private final JsonNode answer;
    private final AnswerVerdict verdict;
    private final String page;
    private final FiredRules rules;
    private final List<Row> rows = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    private ReportReader(ReportedKind kind, JsonNode answer, AnswerVerdict verdict, @Nullable String page) {
        this.kind = kind;
        this.answer = answer;
        this.verdict = verdict;
        this.page = page == null ? "" : Objects.requireNonNullElse(SafeLink.of(page), "");
        this.rules = new FiredRules(kind, answer);
    }

    /**
     * Reads an answer.
     *
     * @param subject the release that was judged, for people; null for no more than the kind
     * @param page the address of a page that shows the decision; null when there is none
     */
    public static Report read(ReportedKind kind, JsonNode answer, @Nullable String subject, @Nullable String page) {
        AnswerVerdict verdict = AnswerVerdict.of(answer);
        return new ReportReader(kind, answer, verdict, page).read(subject == null ? "" : subject);
    }

    private Report read(String subject) {
        add(kind, answer, Level.ERROR);
        for (ReportedKind part : kind.parts()) {
            add(part, answer.path(part.name()), blocks(part.name()) ? Level.ERROR : Level.WARNING);
        }
        IgnoredLabels.add(kind, answer, verdict, rows, notices);
        if (verdict == AnswerVerdict.UNCLEAR) {
            problems();
        }
        if (verdict != AnswerVerdict.PASS && notices.stream().noneMatch(Notice::blocks)) {
            add(unexplained());
        }
        notices.sort(Comparator.comparing(Notice::level));
        return new Report(
                kind,
                subject,
                verdict,
                conclusion(),
                List.copyOf(rows),
                List.copyOf(notices),
                JsonText.of(answer, "decision_id"),
                JsonText.of(answer.path("ruleset"), "version"),
                JsonText.of(answer, "evaluated_at"),
                page);
    }

    private void add(ReportedKind reported, JsonNode part, Level level) {
        reported.lines().add(new AnswerLines.Section(reported, part, rules, level, rows, notices));
    }

    private String conclusion() {
        return WaivedRows.counted(verdictInWords(), verdict == AnswerVerdict.PASS, kind, answer);
    }

    private String verdictInWords() {
        return switch (verdict) {
            case PASS -> kind.lines().passed(answer);
            case BLOCK -> "do not ship";
            case UNCLEAR -> "no verdict, do not ship";
        };
    }

    /** Adds a notice that comes from no check, but holds the release back as a failed check does. */
    private void add(Notice notice) {
        notices.add(notice);
        rows.add(Row.of(kind.name(), notice.item(), notice.reason(), RowOutcome.FAIL, "", notice));
    }

    /**
     * Policy may let a release go though one of its parts did not pass. The faults of that part are then worth knowing.
     */
    private boolean blocks(String part) {
        return switch (verdict) {
            case PASS -> false;
            case UNCLEAR -> true;
            case BLOCK ->
                JsonText.elements(answer.path("blockers")).stream()
                        .anyMatch(blocker -> JsonText.of(blocker, "part").equals(part));
        };
    }

    /** The faults that an answer tells of when it is a problem. */
    private void problems() {
        if (!AnswerVerdict.isProblem(answer)) {
            return;
        }
        String type = JsonText.of(answer, "type");
        String reason = type.substring(1 + Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')));
        String detail = JsonText.of(answer, "detail");
        add(new Notice(
                Level.ERROR, kind.name(), "", reason, detail.isEmpty() ? JsonText.of(answer, "title") : detail, null));
        for (JsonNode error : JsonText.elements(answer.path("errors"))) {
            add(new Notice(
                    Level.ERROR,
                    kind.name(),
                    JsonText.of(error, "pointer"),
                    reason,
                    JsonText.of(error, "detail"),
                    null));
        }
    }

    private Notice unexplained() {
        if (verdict == AnswerVerdict.UNCLEAR) {
            return blocking(
                    "unclear",
                    "This is no answer of the kind " + kind.name() + " that could be read, so it is not a pass.");
        }
        AnswerLines.Unexplained unexplained = kind.lines().unexplained();
        return blocking(unexplained.reason(), unexplained.detail());
    }

    private Notice blocking(String reason, String detail) {
        return new Notice(Level.ERROR, kind.name(), "", reason, detail, null);
    }
}
