package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding of something that people should know of the traffic, and that changes no verdict. Rules write one as
 * {@code insert(new TrafficWarning($point, "few_turns", "..."))}.
 *
 * @param point the point that it is about; null when it is about no single point
 * @param reason a stable name, in lower case with underscores
 * @param detail a sentence for people
 */
@ForRules
public record TrafficWarning(@Nullable TrafficPoint point, String reason, String detail) {

    public TrafficWarning {
        Objects.requireNonNull(reason, "reason of a warning");
        Objects.requireNonNull(detail, "detail of a warning");
    }
}
