/** The bounds of settings. */
@NullMarked
package dev.shipgate.setting;

import org.jspecify.annotations.NullMarked;
