/** The pages of decisions: the list, live, and each decision. */
@NullMarked
package dev.shipgate.console.decisions;

import org.jspecify.annotations.NullMarked;
