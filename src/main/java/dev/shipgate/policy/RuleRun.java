package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of running the rules of one folder on some facts.
 *
 * @param firings every rule that fired, in order
 * @param inserted every fact that rules inserted and that none took back, in order
 * @param takenBack every fact that a rule inserted and another took back, as it was inserted, in order
 */
public record RuleRun(List<Firing> firings, List<Finding<?>> inserted, List<Finding<?>> takenBack) {

    /** The findings of one type, in the order in which rules inserted them. */
    public <T> List<Finding<T>> findings(Class<T> type) {
        return ofType(type, inserted);
    }

    /** The facts of one type that a rule inserted and another took back, as they were inserted, in order. */
    public <T> List<Finding<T>> takenBack(Class<T> type) {
        return ofType(type, takenBack);
    }

    /** The facts of one type that rules inserted, first those that were taken back. */
    public <T> List<Finding<T>> everInserted(Class<T> type) {
        List<Finding<T>> all = takenBack(type);
        all.addAll(findings(type));
        return all;
    }

    /**
     * The exception to throw when a finding makes no answer.
     *
     * @param why a sentence for people, such as {@code It is about step 99, and there are 3.}
     */
    public PolicyEvaluationException unanswerable(Finding<?> finding, String why) {
        return PolicyEvaluationException.unanswerable(finding, why, firings);
    }

    private static <T> List<Finding<T>> ofType(Class<T> type, List<Finding<?>> findings) {
        List<Finding<T>> found = new ArrayList<>();
        for (Finding<?> finding : findings) {
            if (type.isInstance(finding.fact())) {
                found.add(cast(finding));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // Only of a fact that was asked for its type.
    private static <T> Finding<T> cast(Finding<?> finding) {
        return (Finding<T>) finding;
    }

    /** The facts of one type that rules inserted, in order. */
    public <T> List<T> facts(Class<T> type) {
        List<T> facts = new ArrayList<>();
        for (Finding<?> finding : inserted) {
            if (type.isInstance(finding.fact())) {
                facts.add(type.cast(finding.fact()));
            }
        }
        return facts;
    }
}
