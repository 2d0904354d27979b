/** The schema of the database: brought up to date, and compared with the schema that the scripts make. */
@NullMarked
package dev.shipgate.audit.store.schema;

import org.jspecify.annotations.NullMarked;
