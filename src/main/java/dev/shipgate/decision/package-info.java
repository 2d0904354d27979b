/**
 * The way of a request: read, evaluated by rules, answered. Each kind of evaluation is an
 * {@link dev.shipgate.decision.Evaluation} of a package of its own; this package knows none of them.
 */
@NullMarked
package dev.shipgate.decision;

import org.jspecify.annotations.NullMarked;
