/** What a record says: the members of a decision and of an event, what is masked, and the archived rulesets. */
@NullMarked
package dev.shipgate.audit.record;

import org.jspecify.annotations.NullMarked;
