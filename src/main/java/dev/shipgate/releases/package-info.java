/** Releases that have shipped: who says so, over HTTP or by configuration, and what they showed. */
@NullMarked
package dev.shipgate.releases;

import org.jspecify.annotations.NullMarked;
