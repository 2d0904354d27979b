/** Pages that change rules, and make an earlier version decide again. */
@NullMarked
package dev.shipgate.console.edit;

import org.jspecify.annotations.NullMarked;
