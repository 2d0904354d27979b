package dev.shipgate.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule failed. The same facts and rules always give the same words.
 *
 * @param rule its name
 * @param file the path of its file below the rules folder
 * @param line where it failed, from 1: that of the condition, or else that of the rule; that of the consequence
 * @param part what failed of it
 * @param text the condition as it is written; null when it cannot be told
 * @param cause a sentence for people
 * @param facts what the rule had bound when its consequence failed; empty for a condition
 */
@JsonInclude(Include.NON_EMPTY)
public record RuleFailure(
        String rule,
        String file,
        int line,
        Part part,
        @Nullable String text,
        String cause,
        Map<String, Object> facts) {

    /** What a rule is made of. */
    public enum Part {
        CONDITION,
        CONSEQUENCE;

        private String words() {
            return switch (this) {
                case CONDITION -> "a condition";
                case CONSEQUENCE -> "the consequence";
            };
        }
    }

    /** Where it failed: {@code load-gate/budgets.drl:12: a condition of "...": p95Ms * 2 > 800}. */
    public String place() {
        return file + ":" + line + ": " + part.words() + " of \"" + rule + "\"" + (text == null ? "" : ": " + text);
    }

    /** Where, why, and on which facts. */
    public String sentence() {
        String bound = facts.entrySet().stream()
                .map(fact -> fact.getKey() + " = " + fact.getValue())
                .collect(Collectors.joining(", "));
        return place() + ": " + cause + (bound.isEmpty() ? "" : " Its facts: " + bound + ".");
    }
}
