/** Release readiness: all evaluations of one release as one verdict. */
@NullMarked
package dev.shipgate.readiness;

import org.jspecify.annotations.NullMarked;
