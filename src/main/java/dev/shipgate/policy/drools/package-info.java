/** One build by Drools: its classes, and the rule that a method belongs to. */
@NullMarked
package dev.shipgate.policy.drools;

import org.jspecify.annotations.NullMarked;
