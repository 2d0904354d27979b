/** Capacity: the load that a service bears, from a step-load test. */
@NullMarked
package dev.shipgate.capacity;

import org.jspecify.annotations.NullMarked;
