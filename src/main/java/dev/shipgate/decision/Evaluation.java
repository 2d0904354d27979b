package dev.shipgate.decision;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A kind of evaluation. */
public interface Evaluation extends RulesOwner {

    /** Its name in answers, records and metrics, such as {@code load_gate}. */
    String kind();

    /**
     * Reads its own fields of a request. What is wrong with them is noted in the body's problems, and what
     * this returns is then not used.
     */
    Question read(JsonObject body, Release release);

    /**
     * The same evaluation, with a part in its answer that is left out unless asked for.
     *
     * @param part null for none
     * @throws InvalidBodyException when its answer has no such part
     */
    default Evaluation including(@Nullable String part) {
        if (part == null) {
            return this;
        }
        throw InvalidBodyException.ofParameter("include", "is not known here.");
    }

    /**
     * A request that was read in full and is ready to be answered by rules.
     *
     * @param routes the names of the routes that it is about; empty when it is about none
     * @param answering answers it under one ruleset; throws {@link InvalidBodyException} when the rules show
     *     that the request lacks something
     */
    record Question(List<String> routes, Function<RulesetLease, Answer> answering) {

        /** A question that is about no route. */
        public static Question of(Function<RulesetLease, Answer> answering) {
            return new Question(List.of(), answering);
        }

        /** Answers it under one ruleset. */
        public Answer answer(RulesetLease rules) {
            return answering.apply(rules);
        }
    }
}
