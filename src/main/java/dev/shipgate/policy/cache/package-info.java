/**
 * Compiled rules on disk, so that a restart need not compile. No code on disk is trusted: it goes through the same
 * checks as code that was just compiled.
 */
@NullMarked
package dev.shipgate.policy.cache;

import org.jspecify.annotations.NullMarked;
