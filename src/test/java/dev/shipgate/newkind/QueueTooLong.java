package dev.shipgate.newkind;

import dev.shipgate.policy.ForRules;

/** The finding that a queue is too long to ship. */
@ForRules
public record QueueTooLong(String queue, String reason, String detail) {}
