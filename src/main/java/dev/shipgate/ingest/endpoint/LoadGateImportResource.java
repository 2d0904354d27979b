package dev.shipgate.ingest.endpoint;

import dev.shipgate.access.Roles;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.ingest.request.LoadTestImporter;
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

/** {@code POST /v1/load-gate/imports} and {@code POST /v1/load-gate/imports/{format}}. */
@Path("/v1/load-gate/imports")
@Consumes(MediaType.WILDCARD)
@Produces(RequestedFormat.MEDIA_TYPES)
@RolesAllowed(Roles.EVALUATE)
public class LoadGateImportResource {

    private final ImportEndpoint endpoint;
    private final LoadTestImporter loadTests;

    LoadGateImportResource(ImportEndpoint endpoint, LoadTestImporter loadTests) {
        this.endpoint = endpoint;
        this.loadTests = loadTests;
    }

    @POST
    public Response recognised(byte[] body, @Context UriInfo uri) {
        return endpoint.answer(loadTests, null, body, uri);
    }

    @POST
    @Path("/{format}")
    public Response ofFormat(@RestPath String format, byte[] body, @Context UriInfo uri) {
        return endpoint.answer(loadTests, format, body, uri);
    }
}
