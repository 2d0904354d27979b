/** Tests of differences. */
@NullMarked
package dev.shipgate.console.diff;

import org.jspecify.annotations.NullMarked;
