/** What people and pipelines read of a decision. It knows nothing but the JSON of an answer. */
@NullMarked
package dev.shipgate.report;

import org.jspecify.annotations.NullMarked;
