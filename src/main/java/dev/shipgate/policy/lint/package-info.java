/**
 * What the compiler accepts, and does not do what it reads like: each check is a class of its own, and
 * {@link dev.shipgate.policy.lint.SlipChecks} lists them.
 */
@NullMarked
package dev.shipgate.policy.lint;

import org.jspecify.annotations.NullMarked;
