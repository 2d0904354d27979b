/** Results of Gatling: its log of requests, as text and in binary, and the statistics of its report. */
@NullMarked
package dev.shipgate.ingest.gatling;

import org.jspecify.annotations.NullMarked;
