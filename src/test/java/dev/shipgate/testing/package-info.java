/** The helpers that tests of several packages share. */
@NullMarked
package dev.shipgate.testing;

import org.jspecify.annotations.NullMarked;
