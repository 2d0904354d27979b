/** Checks of texts: odd, empty or misspelt ones, and regular expressions. */
@NullMarked
package dev.shipgate.policy.lint.texts;

import org.jspecify.annotations.NullMarked;
