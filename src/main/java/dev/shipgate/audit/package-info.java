/**
 * The record of every decision: written before it is answered, chained so that no record can be changed
 * unnoticed, found, explained, replayed and verified. Knows decisions, and nothing of rules.
 */
@NullMarked
package dev.shipgate.audit;

import org.jspecify.annotations.NullMarked;
