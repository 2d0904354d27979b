package dev.shipgate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;

/** A request that was read in full and is ready to be answered by rules. */
public interface Question {

    /** The name of its evaluation, such as {@code load_gate}. */
    String kind();

    /** The release that is to ship. */
    Release release();

    /** The names of the routes that it is about; empty when it is about none. */
    default List<String> routeNames() {
        return List.of();
    }

    /** The same question about a release with these labels, and without all others. */
    Question keeping(TrustedLabels labels);

    /**
     * The numbers of the release with which later ones are compared if it ships; none unless the evaluation says so.
     *
     * @param answer its answer, as JSON
     * @throws IllegalArgumentException when a number of the answer is not known, as where it is masked
     */
    default ReleaseMeasurements measurements(JsonNode answer) {
        return ReleaseMeasurements.NONE;
    }

    /**
     * Answers it under one ruleset, with all labels that the release has. A caller gets the answer of
     * {@link Evaluator#answer}, which takes away labels that must not count.
     *
     * @param context the facts that decide beside the request
     */
    Answer answer(RulesetLease rules, EvaluationContext context);

    /**
     * Whether one pass promises more than another, such as a higher capacity, so that the two are not the same to
     * somebody who relies on the answer. Both are bodies of answers to this question.
     */
    default boolean promisesMore(Object body, Object thanBody) {
        return false;
    }
}
