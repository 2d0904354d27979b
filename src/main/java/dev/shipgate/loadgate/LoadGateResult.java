package dev.shipgate.loadgate;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;

/**
 * The fact of what a load gate said, for the rules of readiness.
 *
 * @param ship whether every expected check was evaluated and passed
 * @param failures how many failures there were
 */
@ForRules
public record LoadGateResult(
        boolean ship, @Within(Range.NOT_NEGATIVE) int failures) {}
