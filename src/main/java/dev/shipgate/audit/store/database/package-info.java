/** SQLite and PostgreSQL: connections, files, integrity, and the right to append to a chain. */
@NullMarked
package dev.shipgate.audit.store.database;

import org.jspecify.annotations.NullMarked;
