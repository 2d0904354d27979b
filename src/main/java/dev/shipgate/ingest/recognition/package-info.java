/** All formats, which of them a file has, and what to say of a file that has none. */
@NullMarked
package dev.shipgate.ingest.recognition;

import org.jspecify.annotations.NullMarked;
