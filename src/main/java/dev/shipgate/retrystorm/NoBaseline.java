package dev.shipgate.retrystorm;

/**
 * The finding that a baseline was wanted and there is none.
 *
 * @param detail why, for people
 */
public record NoBaseline(String detail) {}
