/** How the memory of the process is divided. */
@NullMarked
package dev.shipgate.memory;

import org.jspecify.annotations.NullMarked;
