/** One record as rows and bytes: its place in the chain, its text and hash, and what it is found by. */
@NullMarked
package dev.shipgate.audit.store.record;

import org.jspecify.annotations.NullMarked;
