/**
 * The record of every decision: written before it is answered, chained so that no record can be changed unnoticed,
 * found, explained, replayed and verified. Answers what was decided before under an idempotency key. Knows decisions
 * and the text of rules, and not how rules are compiled; only a replay runs them.
 */
@NullMarked
package dev.shipgate.audit;

import org.jspecify.annotations.NullMarked;
