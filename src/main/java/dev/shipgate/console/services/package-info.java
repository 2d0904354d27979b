/** Services: their releases, their limits, and where they stand. */
@NullMarked
package dev.shipgate.console.services;

import org.jspecify.annotations.NullMarked;
