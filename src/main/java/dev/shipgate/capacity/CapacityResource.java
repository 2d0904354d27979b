package dev.shipgate.capacity;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.http.EvaluationEndpoint;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.http.QueryParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code POST /v1/capacity}. */
@Path("/v1/capacity")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class CapacityResource {

    private final EvaluationEndpoint endpoint;
    private final Capacity capacity;

    CapacityResource(EvaluationEndpoint endpoint, Capacity capacity) {
        this.endpoint = endpoint;
        this.capacity = capacity;
    }

    @POST
    public Response evaluate(byte[] body, @Context UriInfo uri) {
        return endpoint.answer(capacity, body, QueryParameters.of(uri), null);
    }
}
