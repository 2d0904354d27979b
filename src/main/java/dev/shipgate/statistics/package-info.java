/** Statistics of samples: how sure a percentile is, and whether two error rates differ. */
@NullMarked
package dev.shipgate.statistics;

import org.jspecify.annotations.NullMarked;
