/** Records, events and activations as they are read; the plan of a search. */
@NullMarked
package dev.shipgate.audit.store.read;

import org.jspecify.annotations.NullMarked;
