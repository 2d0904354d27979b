package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;

/** The fact that the caller wants the points to be compared with the traffic of the last release that shipped. */
@ForRules
public record ShippedBaseline() {}
