/** Differences of two texts, as pages show them. */
@NullMarked
package dev.shipgate.console.diff;

import org.jspecify.annotations.NullMarked;
