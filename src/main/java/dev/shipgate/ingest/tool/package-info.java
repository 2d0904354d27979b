/** What the package of a tool implements: a format, and how a file is recognised by its start. */
@NullMarked
package dev.shipgate.ingest.tool;

import org.jspecify.annotations.NullMarked;
