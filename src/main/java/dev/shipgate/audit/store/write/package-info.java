/** The one writer of a chain: group commits, what is stored beside records, and removal. */
@NullMarked
package dev.shipgate.audit.store.write;

import org.jspecify.annotations.NullMarked;
