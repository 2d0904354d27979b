package dev.shipgate.loadgate;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding that the gate must not ship, for a reason other than a failed check. Rules write one as
 * {@code insert(new Failure("book_table", "too_few_samples", "Measured with 12 requests only."))}.
 *
 * @param route the name of the route; null when it is about no single route
 * @param reason a stable name, in lower case with underscores
 * @param detail a sentence for people
 * @param missing the names of the metrics or limits that are not there; mostly empty
 */
@ForRules
public record Failure(@Nullable String route, String reason, String detail, List<String> missing) {

    public Failure {
        Objects.requireNonNull(reason, "reason of a failure");
        Objects.requireNonNull(detail, "detail of a failure");
        missing = FactValues.texts(missing);
    }

    public static final String MISSING_METRICS = "missing_metrics";
    public static final String MISSING_BUDGET = "missing_budget";

    public Failure(@Nullable String route, String reason, String detail) {
        this(route, reason, detail, List.of());
    }
}
