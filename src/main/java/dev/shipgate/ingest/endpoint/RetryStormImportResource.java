package dev.shipgate.ingest.endpoint;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.ingest.request.PointImporter;
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

/** {@code POST /v1/retry-storms/imports} and {@code POST /v1/retry-storms/imports/{format}}. */
@Path("/v1/retry-storms/imports")
@Consumes(MediaType.WILDCARD)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class RetryStormImportResource {

    private final ImportEndpoint endpoint;
    private final PointImporter points;

    RetryStormImportResource(ImportEndpoint endpoint, PointImporter points) {
        this.endpoint = endpoint;
        this.points = points;
    }

    @POST
    public Response recognised(byte[] body, @Context UriInfo uri) {
        return endpoint.answer(points, null, body, uri);
    }

    @POST
    @Path("/{format}")
    public Response ofFormat(@RestPath String format, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(points, format, body, uri);
    }
}
