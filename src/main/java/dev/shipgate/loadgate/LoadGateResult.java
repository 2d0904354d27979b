package dev.shipgate.loadgate;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The result of a load gate, as a fact for the rules of readiness.
 *
 * @param ship whether every expected check was evaluated and passed
 * @param failures how many failures there were
 */
@ForRules
public record LoadGateResult(
        boolean ship, @Within(Range.NOT_NEGATIVE) int failures) {}
