package dev.shipgate.report.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.format.MarkdownText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A backtest as a comment on a change of rules, in the Markdown of GitHub and GitLab. */
public final class BacktestMarkdown {

    /** As many of each sort as people read. */
    private static final int MAX_ROWS = 20;

    /** No row is begun after these: GitHub takes a comment of 65,536 characters. */
    private static final int MAX_CHARACTERS = 40_000;

    private static final int MAX_FINDINGS = 3;

    private final JsonNode result;
    private final StringBuilder text = new StringBuilder();

    private BacktestMarkdown(JsonNode result) {
        this.result = result;
    }

    /** Tells a backtest that has ended, as the API answers it. */
    public static String write(JsonNode result) {
        return new BacktestMarkdown(result).write();
    }

    private String write() {
        line("## " + MarkdownText.of(BacktestWords.headline(result)));
        BacktestWords.obstacles(result).forEach(sentence -> {
            line("");
            line(MarkdownText.of(sentence));
        });
        if (BacktestWords.flips(result.path("summary")) > 0) {
            table(
                    "by_service",
                    List.of("service", "decisions", "pass to block", "block to pass", "to error", "from error"),
                    row -> List.of(
                            MarkdownText.code(BacktestWords.service(row)),
                            count(row, "evaluated"),
                            count(row, "pass_to_block"),
                            count(row, "block_to_pass"),
                            count(row, "to_error"),
                            count(row, "from_error")));
            table(
                    "by_rule",
                    List.of("rule", "newly fires", "no longer fires"),
                    row -> List.of(
                            MarkdownText.code(row.path("rule").asText()),
                            count(row, "newly_fired"),
                            count(row, "no_longer_fired")));
            table(
                    "flips",
                    List.of("decision", "release", "verdict", "added and gone"),
                    flip -> List.of(
                            MarkdownText.code(flip.path("decision_id").asText()),
                            MarkdownText.of(BacktestWords.subject(flip)),
                            flip.path("from").asText() + " → " + flip.path("to").asText(),
                            findings(flip)));
        }
        line("");
        line("<sub>Recorded decisions, evaluated again under rules "
                + MarkdownText.code(
                                shortened(result.path("ruleset").path("version").asText()))
                        .replaceFirst("&#58;", ":")
                + "</sub>");
        return text.toString();
    }

    private interface Cells {

        List<String> of(JsonNode row);
    }

    private void table(String field, List<String> headings, Cells cells) {
        JsonNode rows = result.path(field);
        if (rows.isEmpty()) {
            return;
        }
        line("");
        line("| " + String.join(" | ", headings) + " |");
        line("| " + headings.stream().map(heading -> "---").collect(Collectors.joining(" | ")) + " |");
        int shown = 0;
        while (shown < rows.size() && shown < MAX_ROWS && text.length() < MAX_CHARACTERS) {
            line("| " + String.join(" | ", cells.of(rows.get(shown))) + " |");
            shown++;
        }
        long all = field.equals("flips") ? BacktestWords.flips(result.path("summary")) : rows.size();
        if (shown < all) {
            line("");
            line("… and " + BacktestWords.number(all - shown) + " more");
        }
    }

    private static String findings(JsonNode flip) {
        int all = flip.path("added").size() + flip.path("gone").size();
        String first = Stream.concat(
                        flip.path("added").valueStream().map(finding -> "added " + finding(finding)),
                        flip.path("gone").valueStream().map(finding -> "gone " + finding(finding)))
                .limit(MAX_FINDINGS)
                .collect(Collectors.joining("<br>"));
        return all > MAX_FINDINGS ? first + "<br>… and " + (all - MAX_FINDINGS) + " more" : first;
    }

    private static String finding(JsonNode finding) {
        return MarkdownText.of(BacktestWords.finding(finding));
    }

    private static String count(JsonNode row, String field) {
        return BacktestWords.number(row.path(field).asLong());
    }

    /** As many digits of a hash as people compare. */
    private static String shortened(String version) {
        return version.substring(0, Math.min(version.length(), "sha256:".length() + 12));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
