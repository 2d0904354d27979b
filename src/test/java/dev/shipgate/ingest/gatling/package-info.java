/** Tests of what is read of Gatling. */
@NullMarked
package dev.shipgate.ingest.gatling;

import org.jspecify.annotations.NullMarked;
