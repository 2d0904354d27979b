/** The time and memory of one evaluation, and the cost of each match. */
@NullMarked
package dev.shipgate.policy.confinement.limits;

import org.jspecify.annotations.NullMarked;
