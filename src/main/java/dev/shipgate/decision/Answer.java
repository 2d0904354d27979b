package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an evaluation.
 *
 * @param body its own fields of the answer, a record
 * @param result the fact that tells the rules of readiness what came out; null when it is no part of them
 * @param verdict the verdict that it comes down to
 * @param firings every rule that fired, in order
 */
public record Answer(Object body, @Nullable Object result, Verdict verdict, List<Firing> firings) {}
