package dev.shipgate.loadgate;

import dev.shipgate.access.Roles;
import dev.shipgate.http.AskedForm;
import dev.shipgate.http.BlockStatus;
import dev.shipgate.http.EvaluationEndpoint;
import dev.shipgate.http.QueryNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /v1/load-gate}. */
@Path("/v1/load-gate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(AskedForm.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class LoadGateResource {

    private final EvaluationEndpoint endpoint;
    private final LoadGate loadGate;

    LoadGateResource(EvaluationEndpoint endpoint, LoadGate loadGate) {
        this.endpoint = endpoint;
        this.loadGate = loadGate;
    }

    @POST
    @QueryNames(BlockStatus.PARAMETER)
    public Response evaluate(byte[] body) {
        return endpoint.answer(loadGate, body, null);
    }
}
