package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/** The fact that the caller wants what is usual to be worked out from the points themselves. */
@ForRules
public record AutoBaseline() {}
