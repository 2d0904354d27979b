/** The answer that a recorded request would get again: with the rules that decided then, or with others. */
@NullMarked
package dev.shipgate.audit.replay;

import org.jspecify.annotations.NullMarked;
