package dev.shipgate.decision;

import dev.shipgate.policy.Firing;
import java.util.List;

/**
 * What an evaluation says.
 *
 * @param body its own fields of the answer, a record
 * @param result the fact that tells the rules of readiness what came out
 * @param verdict what it comes down to
 * @param firings every rule that fired, in order
 */
public record Answer(Object body, Object result, Verdict verdict, List<Firing> firings) {}
