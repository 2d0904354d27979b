/** Results of Artillery. */
@NullMarked
package dev.shipgate.ingest.artillery;

import org.jspecify.annotations.NullMarked;
