/** Signing in and out. */
@NullMarked
package dev.shipgate.console.login;

import org.jspecify.annotations.NullMarked;
