/** Metrics of k6 by key, and a summary in any of its three forms read into them. */
@NullMarked
package dev.shipgate.ingest.k6.metric;

import org.jspecify.annotations.NullMarked;
