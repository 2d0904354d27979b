/** Searches the byte code of rules for code that they may not use, and for evidence that they would hide. */
@NullMarked
package dev.shipgate.policy.confinement.inspect;

import org.jspecify.annotations.NullMarked;
