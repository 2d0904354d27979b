/** All formats, the recognition of the one that a file has, and the message about a file that has none. */
@NullMarked
package dev.shipgate.ingest.recognition;

import org.jspecify.annotations.NullMarked;
