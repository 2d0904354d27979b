/** The hash that versions, records, keys and kept files are told apart by, and names that share one. */
@NullMarked
package dev.shipgate.hash;

import org.jspecify.annotations.NullMarked;
