/** Links from outside to the pages of the console. */
@NullMarked
package dev.shipgate.console.link;

import org.jspecify.annotations.NullMarked;
