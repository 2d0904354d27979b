/** The documentation is true: what it shows is done to the running service, and the answers are compared. */
@NullMarked
package dev.shipgate.docs;

import org.jspecify.annotations.NullMarked;
