package dev.shipgate.console.decisions;

import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.console.VerdictWords;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.console.services.ServiceLinks;
import dev.shipgate.console.trend.LatencyTrends;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.format.ReportFormat;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its page shows it.
 *
 * @param blocking the reasons that hold the release back
 * @param waived those that waivers cover
 * @param warnings the notices that hold nothing back
 * @param trends of the releases up to this one
 * @param changes since the decision before; null when there is none
 * @param markdown the report, to be copied into a comment
 */
record DecisionView(
        ShownDecision decision,
        List<Chart> charts,
        Reasons blocking,
        Reasons waived,
        Reasons warnings,
        List<PassedTable> passed,
        LatencyTrends trends,
        @Nullable Changes changes,
        String markdown) {

    static DecisionView of(ShownDecision decision, LatencyTrends trends, @Nullable Changes changes) {
        return new DecisionView(
                decision,
                DecisionCharts.of(decision),
                Reasons.of(decision, Notice::blocks),
                Reasons.of(decision, Notice::isWaived),
                Reasons.of(decision, notice -> !notice.blocks() && !notice.isWaived()),
                PassedTable.of(decision.report()),
                trends,
                changes,
                ReportFormat.markdown(decision.report()));
    }

    /** The release, or the kind where nobody said. */
    public String title() {
        return decision.report().title();
    }

    /** The page of the service; null where nobody said which. */
    public @Nullable URI servicePage() {
        String service = decision.service();
        String environment = decision.environment();
        if (service == null) {
            return null;
        }
        return environment == null ? ServiceLinks.service(service) : ServiceLinks.service(service, environment);
    }

    /** The page of the rules that decided. */
    public URI rulesPage() {
        return RuleLinks.version(decision.ruleset());
    }

    public String kind() {
        return ReportedKind.title(decision.kind());
    }

    public VerdictWords verdict() {
        return VerdictWords.of(decision.verdict(), waived.count());
    }

    /** The verdict in a sentence, such as {@code Do not ship: 2 reasons hold it back.} */
    public String sentence() {
        Report report = decision.report();
        String conclusion = report.conclusion().substring(0, 1).toUpperCase(Locale.ROOT)
                + report.conclusion().substring(1);
        return blocking.isEmpty()
                ? conclusion + "."
                : conclusion + ": " + counted(blocking.count(), "reason holds", "reasons hold") + " it back.";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** How many lines hold nothing back. */
    public int passedCount() {
        return passed.stream().mapToInt(PassedTable::count).sum();
    }
}
