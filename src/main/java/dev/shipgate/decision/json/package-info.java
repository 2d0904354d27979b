/** An answer as bytes within a limit, with what the caller asks for beside it, and the problem of rules that failed. */
@NullMarked
package dev.shipgate.decision.json;

import org.jspecify.annotations.NullMarked;
