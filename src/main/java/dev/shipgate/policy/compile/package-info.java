/** Rule files into a ruleset, or everything that is wrong with them. */
@NullMarked
package dev.shipgate.policy.compile;

import org.jspecify.annotations.NullMarked;
