/** Results of vegeta. */
@NullMarked
package dev.shipgate.ingest.vegeta;

import org.jspecify.annotations.NullMarked;
