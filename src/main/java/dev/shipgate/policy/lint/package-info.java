/**
 * Slips that compile: rules that do something other than their text suggests. Each check is a class of its own, and
 * {@link dev.shipgate.policy.lint.SlipChecks} lists them.
 */
@NullMarked
package dev.shipgate.policy.lint;

import org.jspecify.annotations.NullMarked;
