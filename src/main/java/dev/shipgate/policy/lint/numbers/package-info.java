/** Checks of numbers: ranges, divisions, octals, limits, averages of nothing. */
@NullMarked
package dev.shipgate.policy.lint.numbers;

import org.jspecify.annotations.NullMarked;
