/**
 * The schema of the database: brought up to date, and compared with the schema that the scripts make of an empty
 * database.
 */
@NullMarked
package dev.shipgate.audit.store.schema;

import org.jspecify.annotations.NullMarked;
