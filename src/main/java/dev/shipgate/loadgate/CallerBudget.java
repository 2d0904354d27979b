package dev.shipgate.loadgate;

import dev.shipgate.policy.ForRules;

/**
 * The fact that the caller asks for a budget. Rules say how far that budget counts.
 *
 * @param route the name of the route
 * @param budget the budget that the caller asks for
 */
@ForRules
public record CallerBudget(String route, Budget budget) {}
