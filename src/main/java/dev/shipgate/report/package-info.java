/** Reports of decisions for people and pipelines. This package knows nothing but the JSON of an answer. */
@NullMarked
package dev.shipgate.report;

import org.jspecify.annotations.NullMarked;
