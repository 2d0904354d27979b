/** Walks the chains and tells whether records were changed, over HTTP and on the command line. */
@NullMarked
package dev.shipgate.audit.verification;

import org.jspecify.annotations.NullMarked;
