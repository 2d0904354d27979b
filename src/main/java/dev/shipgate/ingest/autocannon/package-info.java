/** Results of autocannon. */
@NullMarked
package dev.shipgate.ingest.autocannon;

import org.jspecify.annotations.NullMarked;
