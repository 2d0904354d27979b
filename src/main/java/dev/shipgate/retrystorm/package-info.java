/** Retry storm: retries that amplify the failure of a dependency, against a baseline. */
@NullMarked
package dev.shipgate.retrystorm;

import org.jspecify.annotations.NullMarked;
