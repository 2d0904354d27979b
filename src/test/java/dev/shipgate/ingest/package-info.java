/** What tests of formats share. */
@NullMarked
package dev.shipgate.ingest;

import org.jspecify.annotations.NullMarked;
