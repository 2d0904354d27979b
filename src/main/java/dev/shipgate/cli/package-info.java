/** The command line: the tasks that the program is started for. */
@NullMarked
package dev.shipgate.cli;

import org.jspecify.annotations.NullMarked;
