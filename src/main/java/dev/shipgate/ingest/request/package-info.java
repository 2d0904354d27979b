/** Requests made of results: routes, steps or points. */
@NullMarked
package dev.shipgate.ingest.request;

import org.jspecify.annotations.NullMarked;
