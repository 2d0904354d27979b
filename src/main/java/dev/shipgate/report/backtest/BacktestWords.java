package dev.shipgate.report.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences about a backtest that every form of report has. */
final class BacktestWords {

    /** The directions in which verdicts turn, by their field, in the order in which they are told. */
    private static final Map<String, String> DIRECTIONS = new LinkedHashMap<>();

    private static final Map<String, String> OBSTACLES = Map.of(
            "masked", "had values masked",
            "not_accepted", "are not accepted by these rules",
            "unknown_kind", "are of a kind that there is not any more",
            "unreadable", "cannot be read",
            "too_large", "take too much memory");

    static {
        DIRECTIONS.put("pass_to_block", "from pass to block");
        DIRECTIONS.put("block_to_pass", "from block to pass");
        DIRECTIONS.put("to_error", "to an error of the rules");
        DIRECTIONS.put("from_error", "from an error of the rules");
    }

    private BacktestWords() {}

    /** {@code 3 of 1,000 decisions flip: 2 from pass to block, 1 from block to pass.} */
    static String headline(JsonNode result) {
        long evaluated = result.path("evaluated").asLong();
        if (evaluated == 0) {
            return "No decision fits, so nothing is known of these rules.";
        }
        JsonNode summary = result.path("summary");
        List<String> directions = new ArrayList<>();
        DIRECTIONS.forEach((field, words) -> {
            long flips = summary.path(field).asLong();
            if (flips > 0) {
                directions.add(number(flips) + " " + words);
            }
        });
        long flips = flips(summary);
        return (flips == 0 ? "None" : number(flips)) + " of " + number(evaluated)
                + (evaluated == 1 ? " decision" : " decisions") + (flips <= 1 ? " flips" : " flip")
                + (directions.isEmpty() ? "." : ": " + String.join(", ", directions) + ".");
    }

    /** How many verdicts turn. */
    static long flips(JsonNode summary) {
        return DIRECTIONS.keySet().stream()
                .mapToLong(field -> summary.path(field).asLong())
                .sum();
    }

    /** A sentence for each reason why decisions could not be evaluated again. */
    static List<String> obstacles(JsonNode result) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode obstacle : result.path("not_evaluable")) {
            String because = obstacle.path("because").asText();
            String example = obstacle.path("example").asText("");
            sentences.add(number(obstacle.path("decisions").asLong()) + " could not be evaluated again, as they "
                    + OBSTACLES.getOrDefault(because, because)
                    + (example.isEmpty() || obstacle.path("example").isNull() ? "." : ", such as " + example + "."));
        }
        return sentences;
    }

    /** A count as people read it: {@code 1,000}. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code load_gate of voice-agent 2026.11.23-1 in production: pass -> block} */
    static String subject(JsonNode flip) {
        String release = Subject.of(text(flip, "service"), text(flip, "version"), text(flip, "environment"));
        return flip.path("kind").asText() + (release.isEmpty() ? "" : " of " + release);
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.hasNonNull(field) ? object.get(field).asText() : null;
    }

    /** {@code book_table: latency: p95 latency in ms is 900.} */
    static String finding(JsonNode finding) {
        String about = finding.path("about").asText();
        String detail = finding.path("detail").asText();
        return (finding.path("blocks").asBoolean() ? "" : "warning: ")
                + (about.isEmpty() ? "" : about + ": ")
                + finding.path("reason").asText()
                + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** The service of a row. */
    static String service(JsonNode row) {
        return row.hasNonNull("service") ? row.get("service").asText() : "(none)";
    }
}
