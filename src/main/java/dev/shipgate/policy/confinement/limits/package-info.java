/** The time and memory of one evaluation, and what each match costs. */
@NullMarked
package dev.shipgate.policy.confinement.limits;

import org.jspecify.annotations.NullMarked;
