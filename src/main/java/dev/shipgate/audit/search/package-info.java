/** Decisions over HTTP: listed by what they were about, shown whole, exported. */
@NullMarked
package dev.shipgate.audit.search;

import org.jspecify.annotations.NullMarked;
