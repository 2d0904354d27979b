/**
 * Measures the packaged service from outside, and repeats rules in plain Java to compare them. Not part of the service.
 */
@NullMarked
package dev.shipgate.bench;

import org.jspecify.annotations.NullMarked;
