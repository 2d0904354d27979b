/** Evaluations over HTTP: headers, the form and the status of the answer, problems of decisions. */
@NullMarked
package dev.shipgate.decision.http;

import org.jspecify.annotations.NullMarked;
