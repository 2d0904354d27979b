/** How large requests may be, how many are served at a time, and how much memory they take. */
@NullMarked
package dev.shipgate.http.limit;

import org.jspecify.annotations.NullMarked;
