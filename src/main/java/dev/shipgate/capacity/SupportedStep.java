package dev.shipgate.capacity;

/**
 * The finding of the last step that counts as supported.
 *
 * @param step its number
 */
public record SupportedStep(int step) {}
