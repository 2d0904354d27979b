/** The checks that a compiled ruleset must pass before it decides, in the service and on the command line. */
@NullMarked
package dev.shipgate.policy.admission;

import org.jspecify.annotations.NullMarked;
