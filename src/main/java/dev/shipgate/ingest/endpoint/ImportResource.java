package dev.shipgate.ingest.endpoint;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.http.RequestedFormat;
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

/** {@code POST /v1/load-gate/imports}, {@code POST /v1/load-gate/imports/{format}} and the like. */
@Path("/v1")
@Consumes(MediaType.WILDCARD)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class ImportResource {

    private final ImportEndpoint endpoint;

    ImportResource(ImportEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @POST
    @Path("/{path}/imports")
    public Response recognised(@RestPath String path, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(path, null, body, uri);
    }

    @POST
    @Path("/{path}/imports/{format}")
    public Response ofFormat(@RestPath String path, @RestPath String format, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(path, format, body, uri);
    }
}
