/** Tests of what is read of JMeter. */
@NullMarked
package dev.shipgate.ingest.jmeter;

import org.jspecify.annotations.NullMarked;
