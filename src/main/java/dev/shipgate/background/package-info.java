/** Work that is repeated beside the requests. */
@NullMarked
package dev.shipgate.background;

import org.jspecify.annotations.NullMarked;
