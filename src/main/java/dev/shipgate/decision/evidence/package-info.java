/** What the features look for in evidence alike: contradictions, loosened limits, missing fields. */
@NullMarked
package dev.shipgate.decision.evidence;

import org.jspecify.annotations.NullMarked;
