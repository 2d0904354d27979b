package dev.shipgate.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code /} and {@code /console} lead to the decisions. */
@Path("/")
@PermitAll
public class EntryPage {

    private static final URI DECISIONS = URI.create("/console/decisions");

    @GET
    public Response root() {
        return Response.seeOther(DECISIONS).build();
    }

    @GET
    @Path("console")
    public Response console() {
        return Response.seeOther(DECISIONS).build();
    }
}
