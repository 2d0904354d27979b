/** Metrics of HTTP servers as OpenTelemetry exports them. */
@NullMarked
package dev.shipgate.ingest.otlp;

import org.jspecify.annotations.NullMarked;
