/** Measures the packaged service from outside, and says in plain Java what the rules say. Not part of the service. */
@NullMarked
package dev.shipgate.bench;

import org.jspecify.annotations.NullMarked;
