/** Results of Locust. */
@NullMarked
package dev.shipgate.ingest.locust;

import org.jspecify.annotations.NullMarked;
