/** The frame of the pages for people: what all of them share. Each kind of page has a package of its own below. */
@NullMarked
package dev.shipgate.console;

import org.jspecify.annotations.NullMarked;
