/** Results of fortio, and of Nighthawk in the form of fortio. */
@NullMarked
package dev.shipgate.ingest.fortio;

import org.jspecify.annotations.NullMarked;
