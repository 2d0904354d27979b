/**
 * The documentation is true: the examples that it shows are run on the running service, and the answers are compared.
 */
@NullMarked
package dev.shipgate.docs;

import org.jspecify.annotations.NullMarked;
