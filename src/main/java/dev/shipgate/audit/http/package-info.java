/** Decisions, events and records over HTTP: listed, shown whole, exported. */
@NullMarked
package dev.shipgate.audit.http;

import org.jspecify.annotations.NullMarked;
