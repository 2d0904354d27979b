/** The schema of the database: brought up to date, and held against what the scripts make of an empty one. */
@NullMarked
package dev.shipgate.audit.store.schema;

import org.jspecify.annotations.NullMarked;
