/** One build by Drools: its classes, and which rule a method is of. */
@NullMarked
package dev.shipgate.policy.drools;

import org.jspecify.annotations.NullMarked;
