/** Results of wrk. */
@NullMarked
package dev.shipgate.ingest.wrk;

import org.jspecify.annotations.NullMarked;
