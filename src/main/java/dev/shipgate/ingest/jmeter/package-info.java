/** Results of JMeter: its tables with a row for each sample, and the statistics of its dashboard. */
@NullMarked
package dev.shipgate.ingest.jmeter;

import org.jspecify.annotations.NullMarked;
