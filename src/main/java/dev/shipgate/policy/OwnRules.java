package dev.shipgate.policy;

/** A folder of rules and its vocabulary, as a value. */
public record OwnRules(String rulesFolder, Vocabulary vocabulary) implements RulesOwner {}
