package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an evaluation.
 *
 * @param body its own fields of the answer, a record
 * @param result the fact that gives the rules of readiness the result; null for an evaluation that they do not use
 * @param verdict the verdict that it comes down to
 * @param firings every rule that fired, in order
 */
public record Answer(Object body, @Nullable Object result, Verdict verdict, List<Firing> firings) {}
