/** The shares of the memory of the process, and the warning of a process that goes on after it has run out. */
@NullMarked
package dev.shipgate.memory;

import org.jspecify.annotations.NullMarked;
