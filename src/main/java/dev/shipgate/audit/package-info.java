/**
 * The record of every decision: written before it is answered, chained so that no record can be changed unnoticed,
 * found, explained, replayed and verified. Answers a known idempotency key with the decision that was made under it.
 * Knows decisions and the text of rules, and not how rules are compiled; only a replay runs them.
 */
@NullMarked
package dev.shipgate.audit;

import org.jspecify.annotations.NullMarked;
