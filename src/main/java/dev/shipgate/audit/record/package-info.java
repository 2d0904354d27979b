/** The content of records: the members of a decision and of an event, masks, and the archived rulesets. */
@NullMarked
package dev.shipgate.audit.record;

import org.jspecify.annotations.NullMarked;
