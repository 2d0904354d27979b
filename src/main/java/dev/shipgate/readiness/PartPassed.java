package dev.shipgate.readiness;

import dev.shipgate.policy.ForRules;

/**
 * The finding that a part speaks for the release. A part that is there and has neither this nor a
 * {@link Blocker} was not judged, which blocks.
 *
 * @param part which part of the request passed
 */
@ForRules
public record PartPassed(String part) {}
