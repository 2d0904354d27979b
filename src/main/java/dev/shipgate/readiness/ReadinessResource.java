package dev.shipgate.readiness;

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

/** {@code POST /v1/release-readiness}. */
@Path("/v1/release-readiness")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class ReadinessResource {

    private final EvaluationEndpoint endpoint;
    private final Readiness readiness;

    ReadinessResource(EvaluationEndpoint endpoint, Readiness readiness) {
        this.endpoint = endpoint;
        this.readiness = readiness;
    }

    @POST
    public Response evaluate(byte[] body, @Context UriInfo uri) {
        return endpoint.answer(readiness, body, QueryParameters.of(uri), null);
    }
}
