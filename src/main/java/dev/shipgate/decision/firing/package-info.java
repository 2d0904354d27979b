/** The firings of one evaluation as answers and records have them: counted by rule, and each with its facts. */
@NullMarked
package dev.shipgate.decision.firing;

import org.jspecify.annotations.NullMarked;
