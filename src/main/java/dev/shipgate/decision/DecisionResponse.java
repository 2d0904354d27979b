package dev.shipgate.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.decision.firing.FiringCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision as callers see it: the evaluation's own fields between those that every answer has.
 *
 * @param verdict the one field that a caller must read
 * @param ignoredLabels the labels of the caller that would have made the answer less strict, and were ignored because
 *     the rules do not trust them; absent when there are none
 * @param rulesFired each rule that fired, in the order of their first firing
 */
public record DecisionResponse(
        UUID decisionId,
        Instant evaluatedAt,
        Verdict verdict,
        RulesetVersion ruleset,
        @JsonUnwrapped Object answer,
        @JsonInclude(Include.NON_EMPTY) List<String> ignoredLabels,
        List<RuleFired> rulesFired) {

    /** The version of the rules that decided. */
    public record RulesetVersion(String version) {}

    /**
     * A rule that fired, with its place and its annotations.
     *
     * @param line of its first word in the file, from 1
     * @param fired how often, 1 or more
     */
    public record RuleFired(String rule, String file, int line, int fired, Map<String, Object> metadata) {

        static RuleFired of(FiringCount count) {
            return new RuleFired(
                    count.rule().rule(),
                    count.rule().file(),
                    count.rule().line(),
                    count.fired(),
                    count.rule().metadata());
        }
    }

    static DecisionResponse of(
            UUID id, Instant evaluatedAt, String rulesetVersion, Answer answer, List<FiringCount> fired) {
        return new DecisionResponse(
                id,
                evaluatedAt,
                answer.verdict(),
                new RulesetVersion(rulesetVersion),
                answer.body(),
                answer.ignoredLabels(),
                fired.stream().map(RuleFired::of).toList());
    }
}
