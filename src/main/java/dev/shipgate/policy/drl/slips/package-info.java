/** Errors of the compiler as sentences for rule authors. */
@NullMarked
package dev.shipgate.policy.drl.slips;

import org.jspecify.annotations.NullMarked;
