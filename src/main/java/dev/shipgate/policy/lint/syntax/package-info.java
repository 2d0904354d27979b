/** Expressions, places and named classes as the parser of the engine gives them. */
@NullMarked
package dev.shipgate.policy.lint.syntax;

import org.jspecify.annotations.NullMarked;
