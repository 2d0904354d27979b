/**
 * What the compiler made of rules, kept on disk so that a restart need not make it again. No code here is trusted:
 * what is read goes through the same checks as what was just compiled.
 */
@NullMarked
package dev.shipgate.policy.kept;

import org.jspecify.annotations.NullMarked;
