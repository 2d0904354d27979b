/** Files of a caller: how they are opened, decoded, read as JSON or as lines, and refused. */
@NullMarked
package dev.shipgate.ingest.read;

import org.jspecify.annotations.NullMarked;
