/** Runs compiled rules on facts and records the firings: rulesets, leases, limits, failures. */
@NullMarked
package dev.shipgate.policy.session;

import org.jspecify.annotations.NullMarked;
