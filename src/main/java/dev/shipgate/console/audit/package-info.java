/** The audit: the events of the log, its verification, and the export of its records. */
@NullMarked
package dev.shipgate.console.audit;

import org.jspecify.annotations.NullMarked;
