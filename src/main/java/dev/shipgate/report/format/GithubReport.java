package dev.shipgate.report.format;

import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportedKind;
import dev.shipgate.report.RuleNote;
import dev.shipgate.text.OneLine;

/** Workflow commands of GitHub Actions, which become annotations of a run. */
final class GithubReport {

    private final StringBuilder text = new StringBuilder();

    private GithubReport() {}

    static String write(Report report) {
        GithubReport commands = new GithubReport();
        commands.command(report.passes() ? "notice" : "error", "Shipgate", report.title() + ": " + report.conclusion());
        for (Notice notice : report.notices()) {
            commands.command(
                    notice.blocks() ? "error" : "warning",
                    "Shipgate: " + ReportedKind.title(notice.part()),
                    notice.sentence() + rule(notice));
        }
        if (!report.decisionId().isEmpty()) {
            commands.command(
                    "notice",
                    "Shipgate",
                    "Decision " + report.decisionId() + " by the rules " + report.shortRulesetVersion() + " at "
                            + report.evaluatedAt()
                            + (report.page().isEmpty() ? "" : ". Details: " + report.page()));
        }
        return commands.text.toString();
    }

    private static String rule(Notice notice) {
        RuleNote rule = notice.rule();
        if (rule == null) {
            return "";
        }
        return " Rule: " + rule.name() + (rule.owner().isEmpty() ? "" : ", owner " + rule.owner())
                + (rule.doc() == null ? "" : ", " + rule.doc());
    }

    private void command(String name, String title, String message) {
        text.append("::").append(name).append(" title=").append(property(title)).append("::");
        text.append(data(message)).append('\n');
    }

    private static String data(String message) {
        return OneLine.of(message, Integer.MAX_VALUE)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }
}
