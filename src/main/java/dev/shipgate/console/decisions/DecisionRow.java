package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.audit.http.DecisionReports.Listed;
import dev.shipgate.console.VerdictWords;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of the list of decisions.
 *
 * @param summary the columns that the API has too
 * @param kind the kind of evaluation, for people
 * @param verdict the verdict in a word and a colour
 * @param reasons in a few words, the first that hold it back, or that waivers cover
 * @param more how many further reasons there are
 */
record DecisionRow(DecisionSummary summary, String kind, VerdictWords verdict, List<String> reasons, int more) {

    private static final int REASONS_IN_SIGHT = 3;

    static DecisionRow of(DecisionSummary summary, Listed listed) {
        Report report = listed.report();
        List<String> reasons = report == null ? without(listed) : reasons(report);
        return new DecisionRow(
                summary,
                ReportedKind.title(summary.kind()),
                VerdictWords.of(
                        summary.verdict(), report == null ? 0 : report.waived().size()),
                reasons.stream().limit(REASONS_IN_SIGHT).toList(),
                Math.max(0, reasons.size() - REASONS_IN_SIGHT));
    }

    private static List<String> without(Listed listed) {
        return switch (Objects.requireNonNull(listed.missing())) {
            case GONE -> List.of("It is not kept any more.");
            case LARGE -> List.of("The record is large. Open it to see why.");
            case CHANGED -> List.of("The record is not as it was written.");
        };
    }

    private static List<String> reasons(Report report) {
        return Stream.concat(report.blocking().stream(), report.waived().stream())
                .map(DecisionRow::words)
                .distinct()
                .toList();
    }

    private static String words(Notice notice) {
        String reason = notice.reason().replace('_', ' ');
        return notice.item().isEmpty() ? reason : notice.item() + ": " + reason;
    }
}
