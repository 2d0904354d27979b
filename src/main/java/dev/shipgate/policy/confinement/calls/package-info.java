/** Calls on texts, numbers, dates and the engine that replace those of the platform. */
@NullMarked
package dev.shipgate.policy.confinement.calls;

import org.jspecify.annotations.NullMarked;
