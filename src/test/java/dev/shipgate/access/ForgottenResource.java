package dev.shipgate.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint that nobody was said to be allowed to call. */
@Path("/test/forgotten")
public class ForgottenResource {

    @GET
    public String forgotten() {
        return "anything";
    }
}
