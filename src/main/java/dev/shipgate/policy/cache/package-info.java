/**
 * Compiled rules on disk, so that a restart need not compile. No code here is trusted: it goes through the same
 * checks as what was just compiled.
 */
@NullMarked
package dev.shipgate.policy.cache;

import org.jspecify.annotations.NullMarked;
