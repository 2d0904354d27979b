/**
 * Evidence that all features handle alike: the first facts of a request, contradictions, loosened limits, missing
 * fields, the reported 95th percentile.
 */
@NullMarked
package dev.shipgate.decision.evidence;

import org.jspecify.annotations.NullMarked;
