package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The rows of an answer for failures and blockers that waivers cover. */
final class WaivedRows {

    /** The field of an answer, or of a part of one, that has them. */
    static final String FIELD = "waived";

    private WaivedRows() {}

    /** The waiver of a row: {@code Waived until 2026-12-15T00:00:00Z by key:ops: agreed with sales (OPS-4711).} */
    static String sentence(JsonNode waived) {
        String ticket = JsonText.of(waived, "ticket");
        String sentence = "Waived until " + JsonText.of(waived, "until") + " by " + JsonText.of(waived, "granted_by")
                + ": " + JsonText.of(waived, "justification") + (ticket.isEmpty() ? "" : " (" + ticket + ")");
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** A verdict in words, with how many waivers an answer has; as it is where it has none. */
    static String counted(String passed, boolean passes, ReportedKind kind, JsonNode answer) {
        Set<String> waivers = new HashSet<>();
        collect(answer, waivers);
        kind.parts().forEach(part -> collect(answer.path(part.name()), waivers));
        if (waivers.isEmpty()) {
            return passed;
        }
        String count = waivers.size() == 1 ? "1 waiver" : waivers.size() + " waivers";
        return passes ? "ships with " + count : passed + ", even with " + count;
    }

    private static void collect(JsonNode answer, Set<String> waivers) {
        JsonText.elements(answer.path(FIELD)).forEach(row -> waivers.add(JsonText.of(row, "waiver_id")));
    }
}
