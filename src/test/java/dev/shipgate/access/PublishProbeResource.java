package dev.shipgate.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What only publishers may do, and what nobody was said to be allowed to. */
@Path("/test/access")
public class PublishProbeResource {

    @GET
    @Path("/publish")
    @RolesAllowed(Roles.PUBLISH)
    public String publish() {
        return "published";
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "anything";
    }
}
