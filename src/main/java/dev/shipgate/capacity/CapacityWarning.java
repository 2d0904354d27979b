package dev.shipgate.capacity;

import dev.shipgate.number.Range;
import dev.shipgate.number.Within;
import dev.shipgate.policy.ForRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding of something that people should know of a step-load test, and that changes no verdict. Rules write one as
 * {@code insert(new CapacityWarning($step, "few_samples", "..."))}.
 *
 * @param step the number of the step that it is about, from 1; null when it is about no single step
 * @param reason a stable name, in lower case with underscores
 * @param detail a sentence for people
 */
@ForRules
public record CapacityWarning(
        @Within(Range.AT_LEAST_ONE) @Nullable Integer step, String reason, String detail) {

    public CapacityWarning {
        Objects.requireNonNull(reason, "reason of a warning");
        Objects.requireNonNull(detail, "detail of a warning");
    }
}
