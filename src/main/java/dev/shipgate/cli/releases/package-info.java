/** Commands that mark and list the releases that shipped. */
@NullMarked
package dev.shipgate.cli.releases;

import org.jspecify.annotations.NullMarked;
