/** The meaning of a rule file: rules, patterns, conditions, code, and the types of names. */
@NullMarked
package dev.shipgate.policy.lint.read;

import org.jspecify.annotations.NullMarked;
