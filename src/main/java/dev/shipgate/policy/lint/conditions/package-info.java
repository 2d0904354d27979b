/** Checks of conditions: those that always or never hold, that fail, or that miss an entry. */
@NullMarked
package dev.shipgate.policy.lint.conditions;

import org.jspecify.annotations.NullMarked;
