/** The one writer of a chain: group commits, the rows that are stored beside records, and removal. */
@NullMarked
package dev.shipgate.audit.store.write;

import org.jspecify.annotations.NullMarked;
