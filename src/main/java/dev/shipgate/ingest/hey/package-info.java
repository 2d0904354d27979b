/** Results of hey. */
@NullMarked
package dev.shipgate.ingest.hey;

import org.jspecify.annotations.NullMarked;
