/**
 * A kind of evaluation that the service does not have: what has to be written for one, and what comes of it by itself.
 */
@NullMarked
package dev.shipgate.newkind;

import org.jspecify.annotations.NullMarked;
