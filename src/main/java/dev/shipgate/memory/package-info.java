/** The shares of the memory of the process, and the warning that the process may go on after its memory ran out. */
@NullMarked
package dev.shipgate.memory;

import org.jspecify.annotations.NullMarked;
