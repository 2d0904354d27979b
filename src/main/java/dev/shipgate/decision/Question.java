package dev.shipgate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.json.InvalidBodyException;
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
     * Answers it under one ruleset.
     *
     * @param context the facts that decide beside the request
     * @throws InvalidBodyException when the rules show that the request lacks something
     */
    Answer answer(RulesetLease rules, EvaluationContext context);
}
