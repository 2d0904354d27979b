/** The context of a decision: facts of the service itself, beside those of the request. */
@NullMarked
package dev.shipgate.context;

import org.jspecify.annotations.NullMarked;
