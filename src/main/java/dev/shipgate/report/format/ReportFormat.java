package dev.shipgate.report.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Report;
import dev.shipgate.report.ReportReader;
import dev.shipgate.report.ReportedKind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The forms in which a decision is told. All are UTF-8, and none reads as a pass unless the answer says so. */
public enum ReportFormat {
    /** The answer itself. */
    JSON("json", "application/json"),
    /** A comment on a change, for GitHub and GitLab. */
    MARKDOWN("markdown", "text/markdown"),
    /** Test cases, which fail where the release is held back. */
    JUNIT_XML("junit-xml", "application/junit+xml"),
    /** SARIF 2.1.0, for code scanning. */
    SARIF("sarif", "application/sarif+json"),
    /** The rows of the report, for spreadsheets. */
    CSV("csv", "text/csv"),
    /** Workflow commands of GitHub Actions. */
    GITHUB("github", "text/x-github-workflow-commands"),
    /** A table for terminals, without colours. */
    TEXT("text", "text/plain");

    private final String option;
    private final String mediaType;

    ReportFormat(String option, String mediaType) {
        this.option = option;
        this.mediaType = mediaType;
    }

    /** Its name on the command line. */
    public String option() {
        return option;
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Tells an answer of which nobody knows more than it says. */
    public byte[] write(ReportedKind kind, JsonNode answer) {
        return write(kind, answer, null, null);
    }

    /**
     * Tells an answer.
     *
     * @param kind as the evaluation declares it
     * @param subject the release that was judged, such as {@code voice-agent 2026.11.23-1 in production}; null for no
     *     more than the kind
     * @param page the address of a page that shows the decision; null when there is none
     */
    public byte[] write(ReportedKind kind, JsonNode answer, @Nullable String subject, @Nullable String page) {
        Report report = ReportReader.read(kind, answer, subject, page);
        return switch (this) {
            case JSON -> utf8(answer.toString());
            case MARKDOWN -> utf8(MarkdownReport.write(report));
            case JUNIT_XML -> JunitReport.write(report);
            case SARIF -> SarifReport.write(report);
            case CSV -> utf8(CsvReport.write(report));
            case GITHUB -> utf8(GithubReport.write(report));
            case TEXT -> utf8(TextReport.write(report));
        };
    }

    /** Tells a report in Markdown, as {@link #MARKDOWN} does its answer. */
    public static String markdown(Report report) {
        return MarkdownReport.write(report);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
