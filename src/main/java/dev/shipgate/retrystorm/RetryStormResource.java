package dev.shipgate.retrystorm;

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
import java.util.List;

/** {@code POST /v1/retry-storms}. */
@Path("/v1/retry-storms")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class RetryStormResource {

    private final EvaluationEndpoint endpoint;
    private final RetryStorms retryStorms;

    RetryStormResource(EvaluationEndpoint endpoint, RetryStorms retryStorms) {
        this.endpoint = endpoint;
        this.retryStorms = retryStorms;
    }

    @POST
    public Response evaluate(byte[] body, @Context UriInfo uri) {
        QueryParameters query = QueryParameters.of(uri);
        return endpoint.answer(retryStorms, body, query, query.oneOf("include", List.of(RetryStorms.POINTS)));
    }
}
