package dev.shipgate.loadgate;

/**
 * The fact of what a load gate said, for the rules of readiness.
 *
 * @param ship whether every expected check was evaluated and passed
 * @param failures how many failures there were
 */
public record LoadGateResult(boolean ship, int failures) {}
