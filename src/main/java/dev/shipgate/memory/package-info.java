/** How the memory of the process is divided, and what happens when it runs out. */
@NullMarked
package dev.shipgate.memory;

import org.jspecify.annotations.NullMarked;
