/** The ruleset that decides now: watched, loaded, activated, published. */
@NullMarked
package dev.shipgate.policy.live;

import org.jspecify.annotations.NullMarked;
