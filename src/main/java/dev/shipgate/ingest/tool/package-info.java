/** The contract of a tool's package: a format, and how a file is recognised by its start. */
@NullMarked
package dev.shipgate.ingest.tool;

import org.jspecify.annotations.NullMarked;
