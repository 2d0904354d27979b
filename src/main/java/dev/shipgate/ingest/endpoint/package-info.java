/** Results of load-test tools over HTTP. */
@NullMarked
package dev.shipgate.ingest.endpoint;

import org.jspecify.annotations.NullMarked;
