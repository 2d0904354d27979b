/** Measurements: percentiles, histograms, summaries, and their origin. */
@NullMarked
package dev.shipgate.ingest.measure;

import org.jspecify.annotations.NullMarked;
