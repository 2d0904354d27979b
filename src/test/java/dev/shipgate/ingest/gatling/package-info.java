/** Tests of the readers for files of Gatling. */
@NullMarked
package dev.shipgate.ingest.gatling;

import org.jspecify.annotations.NullMarked;
