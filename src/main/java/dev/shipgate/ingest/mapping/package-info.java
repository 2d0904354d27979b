/** Mappings from names of a tool to routes, as somebody wrote them, and the parts of them that were used. */
@NullMarked
package dev.shipgate.ingest.mapping;

import org.jspecify.annotations.NullMarked;
