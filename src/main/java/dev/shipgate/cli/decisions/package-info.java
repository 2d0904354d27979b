/** Commands that list, show, export and replay recorded decisions. */
@NullMarked
package dev.shipgate.cli.decisions;

import org.jspecify.annotations.NullMarked;
