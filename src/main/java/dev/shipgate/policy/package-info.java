/**
 * Rules and their findings: reads rule files, compiles them, activates the result, and evaluates facts
 * with it.
 *
 * <p>Knows facts, rules and firings. Knows nothing of HTTP, of storage, or of any kind of evaluation:
 * those bring their facts and name the folder whose rules decide.
 */
@NullMarked
package dev.shipgate.policy;

import org.jspecify.annotations.NullMarked;
