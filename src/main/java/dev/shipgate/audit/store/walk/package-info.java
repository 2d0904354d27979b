/** All of a store from its first record to its last, for verification and export. */
@NullMarked
package dev.shipgate.audit.store.walk;

import org.jspecify.annotations.NullMarked;
