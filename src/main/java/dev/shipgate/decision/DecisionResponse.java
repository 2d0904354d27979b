package dev.shipgate.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.json.RawJson;
import dev.shipgate.policy.Firing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision as callers see it: the evaluation's own fields between those that every answer has.
 *
 * @param verdict the one field that a caller must read
 * @param rulesFired the first firings, in order: an array of {@link RuleFired}
 * @param firings how many there were in all
 */
public record DecisionResponse(
        UUID decisionId,
        Instant evaluatedAt,
        Verdict verdict,
        RulesetVersion ruleset,
        @JsonUnwrapped Object answer,
        RawJson rulesFired,
        FiringCounts firings) {

    /** An answer of millions of lines would help nobody. */
    public static final int MAX_FIRINGS_TOLD = 1_000;

    /** The version of the rules that decided. */
    public record RulesetVersion(String version) {}

    /**
     * How often rules fired.
     *
     * @param byRule by name, in the order of their first firing
     */
    public record FiringCounts(int total, Map<String, Integer> byRule) {

        public static FiringCounts of(List<Firing> firings) {
            Map<String, Integer> byRule = new LinkedHashMap<>();
            firings.forEach(firing -> byRule.merge(firing.rule().rule(), 1, Integer::sum));
            return new FiringCounts(firings.size(), byRule);
        }
    }

    /** One rule that fired, with its place, the facts that it bound and its annotations. */
    public record RuleFired(
            String rule,
            @JsonProperty("package") String packageName,
            String file,
            int line,
            Map<String, Object> facts,
            Map<String, Object> metadata) {

        public static RuleFired of(Firing firing) {
            return new RuleFired(
                    firing.rule().rule(),
                    firing.rule().packageName(),
                    firing.rule().file(),
                    firing.rule().line(),
                    firing.facts(),
                    firing.rule().metadata());
        }
    }

    /** The firings that an answer tells. */
    static List<RuleFired> told(List<Firing> firings) {
        return firings.stream().limit(MAX_FIRINGS_TOLD).map(RuleFired::of).toList();
    }

    static DecisionResponse of(UUID id, Instant evaluatedAt, String rulesetVersion, Answer answer, RawJson told) {
        return new DecisionResponse(
                id,
                evaluatedAt,
                answer.verdict(),
                new RulesetVersion(rulesetVersion),
                answer.body(),
                told,
                FiringCounts.of(answer.firings()));
    }
}
