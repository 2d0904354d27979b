/**
 * The confinement of rules. Compiled rules are checked against a list of the types and members that they may use,
 * before any of their classes is loaded ({@link dev.shipgate.policy.confinement.inspect.ClassInspector}). Checks are
 * then put into them that end an evaluation when its time or memory is used up
 * ({@link dev.shipgate.policy.confinement.weave.RuleWeaver}).
 *
 * <p>Some types are public only because compiled rules live in packages of their own and call them.
 */
@NullMarked
package dev.shipgate.policy.confinement;

import org.jspecify.annotations.NullMarked;
