/** Results of load-test tools: read as the tools mean them, and made into requests. */
@NullMarked
package dev.shipgate.ingest;

import org.jspecify.annotations.NullMarked;
