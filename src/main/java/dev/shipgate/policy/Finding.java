package dev.shipgate.policy;

/**
 * A fact that a rule inserted.
 *
 * @param fact the fact
 * @param rule the rule that inserted it
 */
public record Finding<T>(T fact, RuleInfo rule) {}
