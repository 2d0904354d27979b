/**
 * Rulesets over HTTP: the active one and earlier ones, the history of a rule, the result of an edit that is only tried,
 * publishing.
 */
@NullMarked
package dev.shipgate.rulesets;

import org.jspecify.annotations.NullMarked;
