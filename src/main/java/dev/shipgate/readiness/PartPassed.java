package dev.shipgate.readiness;

/**
 * The finding that a part speaks for the release. A part that is there and has neither this nor a
 * {@link Blocker} was not judged, which blocks.
 *
 * @param part which part of the request passed
 */
public record PartPassed(String part) {}
