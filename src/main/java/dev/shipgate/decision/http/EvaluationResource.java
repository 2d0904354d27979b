package dev.shipgate.decision.http;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.Evaluations;
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
import org.jboss.resteasy.reactive.RestPath;

/** {@code POST /v1/load-gate} and the like, a path for each kind of evaluation. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class EvaluationResource {

    private final EvaluationEndpoint endpoint;
    private final Evaluations evaluations;

    EvaluationResource(EvaluationEndpoint endpoint, Evaluations evaluations) {
        this.endpoint = endpoint;
        this.evaluations = evaluations;
    }

    @POST
    @Path("/{path}")
    public Response evaluate(@RestPath String path, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(evaluations.atPath(path), body, QueryParameters.of(uri));
    }
}
