/** Rulesets over HTTP: which one decides, what became of the newest edit, and what would become of one. */
@NullMarked
package dev.shipgate.rulesets;

import org.jspecify.annotations.NullMarked;
