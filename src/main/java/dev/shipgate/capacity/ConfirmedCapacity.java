package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/** The finding that the supported capacity is sure enough to rely on. Without it the evaluation blocks. */
@ForRules
public record ConfirmedCapacity() {}
