/** The text of a rule file: its language, its parsing, its restrictions and its mistakes of syntax. */
@NullMarked
package dev.shipgate.policy.drl;

import org.jspecify.annotations.NullMarked;
