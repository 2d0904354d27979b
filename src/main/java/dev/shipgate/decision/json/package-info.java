/**
 * An answer as bytes within a limit, with the part that the caller asks for beside it, and the problem of rules that
 * failed.
 */
@NullMarked
package dev.shipgate.decision.json;

import org.jspecify.annotations.NullMarked;
