package dev.shipgate.loadgate;

import dev.shipgate.policy.ForRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding of something that people should know and that does not hold the release back. Rules write
 * one as {@code insert(new Warning("book_table", "cost_excused", "..."))}.
 *
 * @param route the name of the route; null when it is about no single route
 * @param reason a stable name, in lower case with underscores
 * @param detail a sentence for people
 */
@ForRules
public record Warning(@Nullable String route, String reason, String detail) {

    public Warning {
        Objects.requireNonNull(reason, "reason of a warning");
        Objects.requireNonNull(detail, "detail of a warning");
    }
}
