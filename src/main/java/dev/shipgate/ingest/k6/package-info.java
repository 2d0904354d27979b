/** Results of k6: its summaries in three forms, and its points as JSON lines. */
@NullMarked
package dev.shipgate.ingest.k6;

import org.jspecify.annotations.NullMarked;
