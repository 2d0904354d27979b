package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/**
 * The fact of what came out of the retry storm evaluation, for the rules of readiness.
 *
 * @param points how many points there were
 * @param alerts how many of them are part of a storm
 * @param notEvaluated how many of them could not be judged
 */
@ForRules
public record RetryStormResult(int points, int alerts, int notEvaluated) {}
