/** Tests of the pages, in a real browser. */
@NullMarked
package dev.shipgate.console;

import org.jspecify.annotations.NullMarked;
