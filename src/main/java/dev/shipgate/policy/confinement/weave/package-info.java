/** Puts limits and replaced calls into the byte code of rules. */
@NullMarked
package dev.shipgate.policy.confinement.weave;

import org.jspecify.annotations.NullMarked;
