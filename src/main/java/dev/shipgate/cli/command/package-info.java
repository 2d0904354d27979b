/** Parts of all commands: exit codes, failures, output, settings. */
@NullMarked
package dev.shipgate.cli.command;

import org.jspecify.annotations.NullMarked;
