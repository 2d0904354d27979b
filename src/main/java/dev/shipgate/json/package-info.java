/**
 * Reads JSON strictly: every problem of a body is found and told with a JSON Pointer, and nothing that is
 * doubtful gets through.
 */
@NullMarked
package dev.shipgate.json;

import org.jspecify.annotations.NullMarked;
