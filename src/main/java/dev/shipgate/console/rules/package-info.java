/** The rules that decide: their texts, their tests, their history, and the limits that they set. */
@NullMarked
package dev.shipgate.console.rules;

import org.jspecify.annotations.NullMarked;
