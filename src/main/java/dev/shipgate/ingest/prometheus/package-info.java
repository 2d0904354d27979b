/** Answers of the HTTP API of Prometheus, and of the systems that speak it: Thanos, Mimir, VictoriaMetrics. */
@NullMarked
package dev.shipgate.ingest.prometheus;

import org.jspecify.annotations.NullMarked;
