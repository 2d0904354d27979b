/** Results of oha. */
@NullMarked
package dev.shipgate.ingest.oha;

import org.jspecify.annotations.NullMarked;
