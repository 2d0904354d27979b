package dev.shipgate.capacity;

/**
 * The finding of where the service broke: the first step of the first sustained violation.
 *
 * @param step its number
 */
public record Break(int step) {}
