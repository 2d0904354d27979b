package dev.shipgate.retrystorm;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The fact of the result of the retry storm evaluation, for the rules of readiness.
 *
 * @param points how many points there were
 * @param alerts how many of them are part of a storm
 * @param notEvaluated how many of them could not be judged
 */
@ForRules
public record RetryStormResult(
        @Within(Range.NOT_NEGATIVE) int points,
        @Within(Range.NOT_NEGATIVE) int alerts,
        @Within(Range.NOT_NEGATIVE) int notEvaluated) {}
