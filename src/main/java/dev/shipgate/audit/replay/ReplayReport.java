package dev.shipgate.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import dev.shipgate.json.RawJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded answer beside the one that the same request gets now.
 *
 * @param ruleset the rules that answered it now
 * @param identical whether both are the same, but for the version of the rules
 * @param exact false when values of the request were masked, so that the request was not the recorded one
 * @param masked JSON Pointers to the values that were masked
 * @param recorded the answer of then, byte for byte
 * @param replayed the answer of now
 * @param differences in the order of the answers
 */
public record ReplayReport(
        UUID decisionId,
        RulesetVersion ruleset,
        boolean identical,
        boolean exact,
        List<String> masked,
        RawJson recorded,
        RawJson replayed,
        List<AnswerDifference> differences) {

    /**
     * A value that differs.
     *
     * @param pointer JSON Pointer (RFC 6901) into both answers
     * @param recorded absent when the value is only in the other answer
     * @param replayed absent when the value is only in the other answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AnswerDifference(
            String pointer,
            @Nullable JsonNode recorded,
            @Nullable JsonNode replayed) {}
}
