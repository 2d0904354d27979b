/**
 * A kind of evaluation that the service does not have: the code that has to be written for one, and the behaviour
 * that comes of it by itself.
 */
@NullMarked
package dev.shipgate.newkind;

import org.jspecify.annotations.NullMarked;
