/** A picture as data: places, scales, paths and words, before any value has a meaning. */
@NullMarked
package dev.shipgate.console.chart.picture;

import org.jspecify.annotations.NullMarked;
