/** Commands that evaluate: a request or results go in, a verdict comes out, here or from a service. */
@NullMarked
package dev.shipgate.cli.evaluate;

import org.jspecify.annotations.NullMarked;
