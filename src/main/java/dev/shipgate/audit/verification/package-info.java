/** Whether the records are what was written: walks the chains, over HTTP and on the command line. */
@NullMarked
package dev.shipgate.audit.verification;

import org.jspecify.annotations.NullMarked;
