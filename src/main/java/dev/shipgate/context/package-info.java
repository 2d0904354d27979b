/** What the service itself knows when it decides: facts for the rules beside those of the request. */
@NullMarked
package dev.shipgate.context;

import org.jspecify.annotations.NullMarked;
