package dev.shipgate.decision;

import dev.shipgate.policy.PolicyEvaluationException;
import java.util.UUID;

/** Writes the outcome of an evaluation as the bytes that the caller gets, and that are recorded. */
public interface AnswerFormat {

    /** An answer. The same response always gives the same bytes. */
    byte[] answer(DecisionResponse response);

    /** A report of rules that failed, so that there is no answer. */
    byte[] failure(UUID decisionId, String kind, PolicyEvaluationException failure);
}
