package dev.shipgate.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * An evaluated request.
 *
 * @param id sortable by time (UUID version 7)
 * @param evaluatedAt when
 * @param kind of evaluation
 * @param ruleset the version of the rules that decided
 * @param answer what they said
 */
public record Decision(UUID id, Instant evaluatedAt, String kind, String ruleset, Answer answer) {}
