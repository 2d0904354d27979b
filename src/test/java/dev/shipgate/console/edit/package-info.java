/** Tests of the pages that change rules. */
@NullMarked
package dev.shipgate.console.edit;

import org.jspecify.annotations.NullMarked;
