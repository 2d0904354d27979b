/** Checks of consequences: without effect, with lost values, nulls, or facts that nobody reads. */
@NullMarked
package dev.shipgate.policy.lint.effects;

import org.jspecify.annotations.NullMarked;
