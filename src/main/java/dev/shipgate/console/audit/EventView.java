package dev.shipgate.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as the timeline shows it.
 *
 * @param title its kind, in words
 * @param at null where the record does not say it as a time
 * @param sentence the event, in words
 * @param message the reason that somebody gave, or the empty text
 * @param details further lines, of which each is a text of somebody
 * @param chain the chain of its record
 * @param position the place of its record
 * @param hash of its record
 */
record EventView(
        String title,
        @Nullable Instant at,
        List<Part> sentence,
        String message,
        List<String> details,
        String chain,
        long position,
        String hash) {

    private static final int MOST_DIAGNOSTICS = 3;
    private static final int SHORT_COMMIT = 12;

    static EventView of(JsonNode event) {
        return new EventView(
                EventWords.title(event.path("kind").asText()),
                at(event.path("at").asText()),
                EventWords.of(event),
                message(event),
                details(event),
                event.path("chain").asText(),
                event.path("position").asLong(),
                event.path("hash").asText());
    }

    private static @Nullable Instant at(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String message(JsonNode event) {
        String own = event.path("message").asText("");
        boolean isSaid = event.path("message").isTextual();
        return isSaid ? own : event.path("waiver").path("justification").asText("");
    }

    private static List<String> details(JsonNode event) {
        List<String> details = new ArrayList<>();
        JsonNode commit = event.path("commit");
        if (commit.isObject()) {
            String id = commit.path("id").asText();
            details.add("Commit " + id.substring(0, Math.min(SHORT_COMMIT, id.length())) + " of "
                    + commit.path("author").asText() + ": "
                    + commit.path("subject").asText()
                    + (commit.path("uncommitted_changes").asBoolean() ? " (with changes that are not in it)" : ""));
        }
        JsonNode diagnostics = event.path("diagnostics");
        for (int i = 0; i < Math.min(MOST_DIAGNOSTICS, diagnostics.size()); i++) {
            details.add(diagnostic(diagnostics.get(i)));
        }
        if (diagnostics.size() > MOST_DIAGNOSTICS) {
            details.add("and " + (event.path("problems").asInt() - MOST_DIAGNOSTICS) + " more");
        }
        return details;
    }

    private static String diagnostic(JsonNode diagnostic) {
        String place = diagnostic.path("file").asText("");
        int line = diagnostic.path("line").asInt();
        return (place.isEmpty() ? "" : place + (line > 0 ? ":" + line : "") + ": ")
                + diagnostic.path("message").asText();
    }
}
