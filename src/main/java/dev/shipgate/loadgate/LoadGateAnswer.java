package dev.shipgate.loadgate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the load gate says.
 *
 * @param ship true only if every expected check was evaluated and passed, and nothing else failed
 * @param failures why not; by route as in the request, then unmeasured routes by name
 * @param warnings what people should know; in the same order
 * @param checks every route and check
 */
public record LoadGateAnswer(boolean ship, List<FailureRow> failures, List<WarningRow> warnings, List<Check> checks) {

    /** One reason not to ship, with the rule that found it; null when no rule did and that is the reason. */
    public record FailureRow(
            @Nullable String route,
            String reason,
            @Nullable Double observed,
            @Nullable Double limit,
            @JsonInclude(Include.NON_EMPTY) List<String> missing,
            @Nullable String rule,
            String detail) {}

    /** One thing to know, with the rule that found it. */
    public record WarningRow(@Nullable String route, String reason, String rule, String detail) {}
}
