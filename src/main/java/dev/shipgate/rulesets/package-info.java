/** Rulesets over HTTP: which one decides, and what became of the newest edit. */
@NullMarked
package dev.shipgate.rulesets;

import org.jspecify.annotations.NullMarked;
