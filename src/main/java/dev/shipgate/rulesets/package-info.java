/**
 * Rulesets over HTTP: the active one and earlier ones, the history of a rule, what would become of an edit, publishing.
 */
@NullMarked
package dev.shipgate.rulesets;

import org.jspecify.annotations.NullMarked;
