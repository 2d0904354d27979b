package dev.shipgate.capacity;

/**
 * The fact that the caller asks for a budget. Rules say what it counts for.
 *
 * @param budget what the caller asks for
 */
public record CallerCapacityBudget(CapacityBudget budget) {}
