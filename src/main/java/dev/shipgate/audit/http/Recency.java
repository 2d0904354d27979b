package dev.shipgate.audit.http;

import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How old a decision may be that is to hold now.
 *
 * @param maxAgeSeconds null for any age
 */
record Recency(@Nullable Integer maxAgeSeconds) {

    /** By so much the clocks of two replicas may differ that are kept in time. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);

    /**
     * Makes sure that a decision is recent enough.
     *
     * @throws HttpProblem 404 when it is too old; 409 when it was made at a time that is yet to come, so that its age
     *     cannot be said
     */
    void require(DecisionSummary decision, Instant now) {
        if (decision.evaluatedAt().isAfter(now.plus(CLOCKS_APART))) {
            throw fromTheFuture(decision, now);
        }
        if (maxAgeSeconds != null && decision.evaluatedAt().isBefore(now.minusSeconds(maxAgeSeconds))) {
            throw none();
        }
    }

    private static HttpProblem fromTheFuture(DecisionSummary decision, Instant now) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("decision-from-the-future"))
                .withStatus(Response.Status.CONFLICT)
                .withTitle("It cannot be said what holds now")
                .withDetail("The latest decision on this release, " + decision.decisionId() + ", was made at "
                        + decision.evaluatedAt() + ", and it is only " + now.truncatedTo(ChronoUnit.MILLIS)
                        + ". Maybe a clock ran ahead? Evaluate the release again.")
                .build();
    }

    /** That there is no decision, or none that is recent enough. */
    static HttpProblem none() {
        return NotFoundProblem.of("Nothing was decided on this release: there is no decision of this "
                + "kind, service, environment and version that is recent enough.");
    }
}
