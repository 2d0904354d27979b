/** The bounds of settings, and the addresses in them. */
@NullMarked
package dev.shipgate.setting;

import org.jspecify.annotations.NullMarked;
