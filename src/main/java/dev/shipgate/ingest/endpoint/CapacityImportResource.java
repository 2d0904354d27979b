package dev.shipgate.ingest.endpoint;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.ingest.request.StepImporter;
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

/** {@code POST /v1/capacity/imports} and {@code POST /v1/capacity/imports/{format}}. */
@Path("/v1/capacity/imports")
@Consumes(MediaType.WILDCARD)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class CapacityImportResource {

    private final ImportEndpoint endpoint;
    private final StepImporter steps;

    CapacityImportResource(ImportEndpoint endpoint, StepImporter steps) {
        this.endpoint = endpoint;
        this.steps = steps;
    }

    @POST
    public Response recognised(byte[] body, @Context UriInfo uri) {
        return endpoint.answer(steps, null, body, uri);
    }

    @POST
    @Path("/{format}")
    public Response ofFormat(@RestPath String format, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(steps, format, body, uri);
    }
}
