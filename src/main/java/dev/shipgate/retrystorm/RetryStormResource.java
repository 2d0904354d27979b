package dev.shipgate.retrystorm;

import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.Decisions;
import dev.shipgate.json.InvalidBodyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/retry-storms}. */
@Path("/v1/retry-storms")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RetryStormResource {

    private final Decisions decisions;
    private final RetryStorms retryStorms;

    RetryStormResource(Decisions decisions, RetryStorms retryStorms) {
        this.decisions = decisions;
        this.retryStorms = retryStorms;
    }

    @POST
    public DecisionResponse evaluate(byte[] body, @RestQuery @Nullable String include) {
        if (include != null && !include.equals("points")) {
            throw InvalidBodyException.ofParameter("include", "must be \"points\", but is \"" + include + "\".");
        }
        return decisions.decide(include == null ? retryStorms : retryStorms.withPoints(), body);
    }
}
