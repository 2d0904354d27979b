package dev.shipgate.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.report.IgnoredLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons of an answer, as it says them itself: its failures, blockers and the like, and those of its parts. */
final class Reasons {

    private static final int MAX_REPORTED = 10;

    /** The fields of an answer that hold the reasons against a release. */
    private static final List<String> FIELDS =
            List.of("blockers", "failures", "contradictions", "alerts", "not_evaluated", "steps");

    /** The subject of a reason, by which of these fields it has. */
    private static final List<String> SUBJECTS = List.of("route", "part", "minute", "concurrency");

    /** The words for a reason that has neither a sentence nor anything missing or violated. */
    private static final String NOT_JUDGED = "no rule judged it";

    private final List<String> found = new ArrayList<>();

    private Reasons() {}

    /** Each in one line; of very many the first. */
    static List<String> of(JsonNode answer) {
        Reasons reasons = new Reasons();
        reasons.addAll("", answer);
        answer.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(part -> reasons.addAll(part.getKey() + ": ", part.getValue()));
        String ignored = IgnoredLabels.sentence(answer);
        if (!ignored.isEmpty()) {
            // In the first place, because it decides: with these labels the release would have passed.
            reasons.found.add(0, ignored);
        }
        List<String> all = reasons.found;
        return all.size() <= MAX_REPORTED
                ? all
                : Stream.concat(
                                all.stream().limit(MAX_REPORTED),
                                Stream.of("and " + (all.size() - MAX_REPORTED) + " more"))
                        .toList();
    }

    /** Whether a place in an answer, as a JSON Pointer, is among its reasons. */
    static boolean areAt(String pointer) {
        return FIELDS.stream().anyMatch(field -> pointer.equals("/" + field) || pointer.startsWith("/" + field + "/"));
    }

    private void addAll(String part, JsonNode answer) {
        for (String field : FIELDS) {
            for (JsonNode reason : answer.path(field)) {
                // A step that passes keeps nothing back.
                if (!reason.path("passes").asBoolean(false)) {
                    found.add(part + words(reason));
                }
            }
        }
    }

    private static String words(JsonNode reason) {
        String subject = SUBJECTS.stream()
                .filter(reason::hasNonNull)
                .map(name -> name.equals("route") || name.equals("part")
                        ? reason.get(name).asText()
                        : name + " " + reason.get(name).asText())
                .findFirst()
                .orElse("");
        String detail = Stream.of("reason", "detail", "action")
                .filter(reason::hasNonNull)
                .map(name -> reason.get(name).asText())
                .reduce((one, next) -> one + ": " + next)
                .orElseGet(() -> names(reason.path("missing"), reason.path("violated")));
        String rule =
                reason.hasNonNull("rule") ? " (rule \"" + reason.get("rule").asText() + "\")" : "";
        return (subject.isEmpty() ? "" : subject + ": ") + (detail.isEmpty() ? NOT_JUDGED : detail) + rule;
    }

    /** Where there is no sentence these are all that is said; a sentence has them in it. */
    private static String names(JsonNode... arrays) {
        return Stream.of(arrays)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
