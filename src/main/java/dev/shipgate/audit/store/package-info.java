/** The database that records are kept in: SQLite in a folder, or PostgreSQL. For the audit alone. */
@NullMarked
package dev.shipgate.audit.store;

import org.jspecify.annotations.NullMarked;
