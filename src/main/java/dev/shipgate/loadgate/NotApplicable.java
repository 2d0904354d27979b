package dev.shipgate.loadgate;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.MistakenFor;
import java.util.Objects;

/**
 * The finding that a metric means nothing for a route, such as the cost of a route that costs nothing:
 * {@code insert(new NotApplicable("health", "cost_per_success", "It calls no model."))}. The metric need not be
 * measured and needs no limit, and its check is not evaluated; nothing else excuses a metric that is missing. A route
 * of which every check does not apply does not ship.
 *
 * @param route the name of the route; one that is neither measured nor has a limit stays out of the answer
 * @param metric the name of the metric in the request
 * @param because why, a sentence for people, which the answer shows
 */
@ForRules
public record NotApplicable(
        String route,

        @MistakenFor(
                written = {Check.LATENCY, "p95Ms"},
                meant = "p95_ms")
        @MistakenFor(
                written = {Check.ERRORS, "errorRate"},
                meant = "error_rate")
        @MistakenFor(
                written = {Check.COST, "costPerSuccess"},
                meant = "cost_per_success")
        @MistakenFor(written = "taskSuccessDelta", meant = "task_success_delta")
        String metric,

        String because) {

    public NotApplicable {
        Objects.requireNonNull(route, "route of a metric that does not apply");
        Objects.requireNonNull(metric, "metric that does not apply");
        Objects.requireNonNull(because, "because of a metric that does not apply");
        if (because.isBlank()) {
            throw new InvalidFindingException(
                    "It must be said why the metric " + metric + " does not apply to the route " + route + ".");
        }
    }
}
