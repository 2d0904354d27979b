/** Which names of a tool are which route, as somebody wrote it, and what of that was used. */
@NullMarked
package dev.shipgate.ingest.mapping;

import org.jspecify.annotations.NullMarked;
