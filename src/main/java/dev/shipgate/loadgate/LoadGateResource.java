package dev.shipgate.loadgate;

import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.Decisions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /v1/load-gate}. */
@Path("/v1/load-gate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LoadGateResource {

    private final Decisions decisions;
    private final LoadGate loadGate;

    LoadGateResource(Decisions decisions, LoadGate loadGate) {
        this.decisions = decisions;
        this.loadGate = loadGate;
    }

    @POST
    public DecisionResponse evaluate(byte[] body) {
        return decisions.decide(loadGate, body);
    }
}
