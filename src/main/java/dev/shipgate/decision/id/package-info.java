/** The ids of decisions, in the order in which decisions are made. */
@NullMarked
package dev.shipgate.decision.id;

import org.jspecify.annotations.NullMarked;
