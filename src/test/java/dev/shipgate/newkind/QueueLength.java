package dev.shipgate.newkind;

import dev.shipgate.policy.ForRules;

/** The fact of how long a queue is. */
@ForRules
public record QueueLength(String queue, long waiting) {}
