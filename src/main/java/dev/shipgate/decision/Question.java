package dev.shipgate.decision;

import dev.shipgate.context.EvaluationContext;
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
     * Answers it under one ruleset.
     *
     * @param context the facts that decide beside the request
     * @throws InvalidBodyException when the rules show that the request lacks something
     */
    Answer answer(RulesetLease rules, EvaluationContext context);
}
