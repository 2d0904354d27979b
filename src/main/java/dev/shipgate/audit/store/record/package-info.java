/** One record as rows and bytes: its place in the chain, its text and hash, and the index by which it is found. */
@NullMarked
package dev.shipgate.audit.store.record;

import org.jspecify.annotations.NullMarked;
