package dev.shipgate.capacity;

/**
 * The finding of enough failing steps in a row.
 *
 * @param firstStep the number of the first of them
 */
public record SustainedViolation(int firstStep) {}
