package dev.shipgate.readiness;

import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding that a release must not ship. Rules write one as
 * {@code insert(new Blocker("capacity", "capacity_below_required", "..."))}.
 *
 * @param part which part of the request it is about
 * @param reason a stable name, in lower case with underscores
 * @param detail a sentence for people
 */
@ForRules
public record Blocker(String part, String reason, String detail) {

    public Blocker {
        Objects.requireNonNull(part, "part of a blocker");
        Objects.requireNonNull(reason, "reason of a blocker");
        Objects.requireNonNull(detail, "detail of a blocker");
    }
}
