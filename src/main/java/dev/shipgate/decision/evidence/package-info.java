/**
 * Evidence that all features find alike: contradictions, loosened limits, missing fields, the reported 95th percentile.
 */
@NullMarked
package dev.shipgate.decision.evidence;

import org.jspecify.annotations.NullMarked;
