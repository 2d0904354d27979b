package dev.shipgate.capacity;

import dev.shipgate.policy.ForRules;

/**
 * The fact that the caller asks for a budget. Rules say which effect it has.
 *
 * @param budget the budget that the caller asks for
 */
@ForRules
public record CallerCapacityBudget(CapacityBudget budget) {}
