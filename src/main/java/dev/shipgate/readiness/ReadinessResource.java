package dev.shipgate.readiness;

import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.Decisions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /v1/release-readiness}. */
@Path("/v1/release-readiness")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReadinessResource {

    private final Decisions decisions;
    private final Readiness readiness;

    ReadinessResource(Decisions decisions, Readiness readiness) {
        this.decisions = decisions;
        this.readiness = readiness;
    }

    @POST
    public DecisionResponse evaluate(byte[] body) {
        return decisions.decide(readiness, body);
    }
}
