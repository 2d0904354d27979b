/** Shipgate decides whether a release can ship. */
@NullMarked
package dev.shipgate;

import org.jspecify.annotations.NullMarked;
