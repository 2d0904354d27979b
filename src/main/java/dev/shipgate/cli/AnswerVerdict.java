package dev.shipgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Reads what an answer of a service comes down to. A pass is positive evidence, and whatever is unclear is nothing. */
final class AnswerVerdict {

    private static final Set<String> SUPPORTED = Set.of("supported", "at_least");
    private static final Set<String> NOT_SUPPORTED = Set.of("unconfirmed", "none");

    private AnswerVerdict() {}

    /**
     * Whether a release passes.
     *
     * @return empty when the answer does not say so clearly
     */
    static Optional<Boolean> passes(String kind, JsonNode answer) {
        if (!answer.path("decision_id").isTextual()
                || !answer.path("ruleset").path("version").isTextual()) {
            return Optional.empty();
        }
        return switch (kind) {
            case "load_gate" -> told(answer.path("ship"), answer.path("failures"));
            case "release_readiness" -> told(answer.path("ready"), answer.path("blockers"));
            case "retry_storms" -> nothingFound(answer.path("alerts"), answer.path("not_evaluated"));
            case "capacity" -> capacity(answer.path("outcome").asText(), answer.path("max_supported_concurrency"));
            default -> Optional.empty();
        };
    }

    /** A yes beside reasons for a no is neither. */
    private static Optional<Boolean> told(JsonNode passes, JsonNode against) {
        boolean clear = passes.isBoolean() && against.isArray() && passes.booleanValue() == against.isEmpty();
        return clear ? Optional.of(passes.booleanValue()) : Optional.empty();
    }

    private static Optional<Boolean> nothingFound(JsonNode alerts, JsonNode notEvaluated) {
        boolean clear = alerts.isArray() && notEvaluated.isArray();
        return clear ? Optional.of(alerts.isEmpty() && notEvaluated.isEmpty()) : Optional.empty();
    }

    private static Optional<Boolean> capacity(String outcome, JsonNode supported) {
        if (NOT_SUPPORTED.contains(outcome)) {
            return Optional.of(false);
        }
        return SUPPORTED.contains(outcome) && supported.isIntegralNumber() && supported.longValue() > 0
                ? Optional.of(true)
                : Optional.empty();
    }
}
