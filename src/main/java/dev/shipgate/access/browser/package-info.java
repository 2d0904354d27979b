/** People in browsers: pages of other sites, sessions, and the way to sign in. */
@NullMarked
package dev.shipgate.access.browser;

import org.jspecify.annotations.NullMarked;
