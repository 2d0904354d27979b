package dev.shipgate.capacity;

import dev.shipgate.decision.DecisionResponse;
import dev.shipgate.decision.Decisions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /v1/capacity}. */
@Path("/v1/capacity")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CapacityResource {

    private final Decisions decisions;
    private final Capacity capacity;

    CapacityResource(Decisions decisions, Capacity capacity) {
        this.decisions = decisions;
        this.capacity = capacity;
    }

    @POST
    public DecisionResponse evaluate(byte[] body) {
        return decisions.decide(capacity, body);
    }
}
