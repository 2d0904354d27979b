/** Results of ghz. */
@NullMarked
package dev.shipgate.ingest.ghz;

import org.jspecify.annotations.NullMarked;
