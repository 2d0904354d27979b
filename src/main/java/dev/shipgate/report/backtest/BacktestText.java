package dev.shipgate.report.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.text.OneLine;

/** A backtest for terminals. */
public final class BacktestText {

    /** As many of each sort as people read. */
    private static final int MAX_LINES = 20;

    private final JsonNode result;
    private final StringBuilder text = new StringBuilder();

    private BacktestText(JsonNode result) {
        this.result = result;
    }

    /** Tells a backtest that has ended, as the API answers it. */
    public static String write(JsonNode result) {
        return new BacktestText(result).write();
    }

    private String write() {
        line(BacktestWords.headline(result));
        BacktestWords.obstacles(result).forEach(this::line);
        if (BacktestWords.flips(result.path("summary")) == 0) {
            return text.toString();
        }
        line("");
        line("By service: pass to block, block to pass, to error, from error, of all");
        list("by_service", row -> {
            if (BacktestWords.flips(row) > 0) {
                line("  " + OneLine.of(BacktestWords.service(row)) + ": " + count(row, "pass_to_block") + ", "
                        + count(row, "block_to_pass") + ", " + count(row, "to_error") + ", "
                        + count(row, "from_error") + ", of " + count(row, "evaluated"));
            }
        });
        line("");
        line("By rule: flips in which it newly fires, and no longer fires");
        list(
                "by_rule",
                row -> line("  " + OneLine.of(row.path("rule").asText()) + ": " + count(row, "newly_fired") + ", "
                        + count(row, "no_longer_fired")));
        line("");
        line("Flips, newest first");
        list("flips", this::flip);
        return text.toString();
    }

    private interface Lines {

        void of(JsonNode row);
    }

    private void list(String field, Lines lines) {
        JsonNode rows = result.path(field);
        for (int i = 0; i < Math.min(rows.size(), MAX_LINES); i++) {
            lines.of(rows.get(i));
        }
        long all = field.equals("flips") ? BacktestWords.flips(result.path("summary")) : rows.size();
        if (all > MAX_LINES) {
            line("  ... and " + BacktestWords.number(all - MAX_LINES) + " more");
        }
    }

    private void flip(JsonNode flip) {
        line("  " + flip.path("decision_id").asText() + " " + OneLine.of(BacktestWords.subject(flip)) + ": "
                + flip.path("from").asText() + " -> " + flip.path("to").asText());
        flip.path("added").forEach(finding -> line("    + " + OneLine.of(BacktestWords.finding(finding))));
        flip.path("gone").forEach(finding -> line("    - " + OneLine.of(BacktestWords.finding(finding))));
    }

    private static String count(JsonNode row, String field) {
        return BacktestWords.number(row.path(field).asLong());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
