/** The latency of routes over the last releases, drawn. */
@NullMarked
package dev.shipgate.console.trend;

import org.jspecify.annotations.NullMarked;
