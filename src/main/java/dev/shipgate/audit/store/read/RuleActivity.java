package dev.shipgate.audit.store.read;

import java.time.Instant;

/** How often a rule fired in all decisions, and when last. */
public record RuleActivity(long fired, Instant lastFired) {}
