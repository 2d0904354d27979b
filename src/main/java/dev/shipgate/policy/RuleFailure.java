package dev.shipgate.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a rule. The same facts and rules always give the same words.
 *
 * @param rule its name
 * @param file the path of its file below the rules folder
 * @param line where it failed, from 1: that of the condition, or else that of the rule; that of the consequence
 * @param part the part of it that failed
 * @param text the condition as it is written; null when it cannot be told
 * @param cause a sentence for people
 * @param facts the values that the rule had bound when its consequence failed, by name; the fact that a condition was
 *     tried on, or the finding that makes no answer, by its kind; empty where that cannot be told
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

    /** The parts of a rule. */
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

    /** A rule whose finding makes no answer. */
    static RuleFailure ofFinding(Finding<?> finding, String cause) {
        return new RuleFailure(
                finding.rule().rule(),
                finding.rule().file(),
                finding.rule().line(),
                Part.CONSEQUENCE,
                null,
                cause,
                Map.of(finding.fact().getClass().getSimpleName(), finding.fact()));
    }

    /** Where it failed: {@code load-gate/budgets.drl:12: a condition of "...": p95Ms * 2 > 800}. */
    public String place() {
        return file + ":" + line + ": " + part.words() + " of \"" + rule + "\"" + (text == null ? "" : ": " + text);
    }

    /** Where, why, and on which facts. */
    public String sentence() {
        String bound = facts.entrySet().stream().map(RuleFailure::words).collect(Collectors.joining(", "));
        return place() + ": " + cause + (bound.isEmpty() ? "" : " Its facts: " + bound + ".");
    }

    /** A fact that says its own kind need not be named by it. */
    private static String words(Map.Entry<String, Object> fact) {
        String value = String.valueOf(fact.getValue());
        return value.startsWith(fact.getKey() + "[") ? value : fact.getKey() + " = " + value;
    }
}
