/** Tests of the reader of k6's results. */
@NullMarked
package dev.shipgate.ingest.k6;

import org.jspecify.annotations.NullMarked;
