/** Runs compiled rules on facts and records what fired: rulesets, leases, limits, failures. */
@NullMarked
package dev.shipgate.policy.session;

import org.jspecify.annotations.NullMarked;
