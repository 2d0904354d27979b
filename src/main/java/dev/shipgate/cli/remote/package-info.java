/** A service, as the commands that ask one see it. */
@NullMarked
package dev.shipgate.cli.remote;

import org.jspecify.annotations.NullMarked;
