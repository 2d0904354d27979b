/** Checks of names: used twice, borrowed, or of nothing. */
@NullMarked
package dev.shipgate.policy.lint.names;

import org.jspecify.annotations.NullMarked;
