/** Load gate: per route latency, errors, and cost against task success, held against budgets. */
@NullMarked
package dev.shipgate.loadgate;

import org.jspecify.annotations.NullMarked;
