/** Tests of the readers for files of JMeter. */
@NullMarked
package dev.shipgate.ingest.jmeter;

import org.jspecify.annotations.NullMarked;
