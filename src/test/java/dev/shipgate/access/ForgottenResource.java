package dev.shipgate.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What nobody was said to be allowed to. */
@Path("/test/forgotten")
public class ForgottenResource {

    @GET
    public String forgotten() {
        return "anything";
    }
}
