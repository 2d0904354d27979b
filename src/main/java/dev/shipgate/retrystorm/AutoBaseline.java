package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/** The fact that the caller wants the usual ratios to be worked out from the points themselves. */
@ForRules
public record AutoBaseline() {}
