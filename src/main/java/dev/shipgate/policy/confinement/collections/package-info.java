/** The collections that rules get, and the loops, searches and sorts over them. */
@NullMarked
package dev.shipgate.policy.confinement.collections;

import org.jspecify.annotations.NullMarked;
