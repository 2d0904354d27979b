package dev.shipgate.capacity;

/**
 * The finding that a step is within every limit.
 *
 * @param step its number
 */
public record PassingStep(int step) {}
