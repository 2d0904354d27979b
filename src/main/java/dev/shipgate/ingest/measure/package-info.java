/** What is measured: percentiles, histograms, summaries, and where they come from. */
@NullMarked
package dev.shipgate.ingest.measure;

import org.jspecify.annotations.NullMarked;
