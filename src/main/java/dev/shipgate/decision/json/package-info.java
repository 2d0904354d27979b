/** An answer as bytes, within a limit. */
@NullMarked
package dev.shipgate.decision.json;

import org.jspecify.annotations.NullMarked;
