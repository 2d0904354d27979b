package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RulesFolder;
import dev.shipgate.policy.RulesetLease;

/** A kind of evaluation. */
public interface Evaluation extends RulesFolder {

    /** Its name in answers, records and metrics, such as {@code load_gate}. */
    String kind();

    /**
     * Reads its own fields of a request. What is wrong with them is noted in the body's problems, and what
     * this returns is then not used.
     */
    Question read(JsonObject body, Release release);

    /** A request that was read in full and is ready to be answered by rules. */
    @FunctionalInterface
    interface Question {

        /**
         * Answers it under one ruleset.
         *
         * @throws dev.shipgate.json.InvalidBodyException when the rules show that the request lacks something
         */
        Answer answer(RulesetLease rules);
    }
}
