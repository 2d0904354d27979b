package dev.shipgate.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code /} and {@code /console} lead to the first page that the reader may see. */
@Path("/")
@PermitAll
public class EntryPage {

    private final Viewer viewer;

    EntryPage(Viewer viewer) {
        this.viewer = viewer;
    }

    @GET
    public Response root() {
        return firstPage();
    }

    @GET
    @Path("console")
    public Response console() {
        return firstPage();
    }

    private Response firstPage() {
        return Response.seeOther(URI.create("/console/" + place())).build();
    }

    /** The decisions also where the reader may see nothing: that page says which role is missing. */
    private String place() {
        if (viewer.isAuditor() || !viewer.isKnown()) {
            return "decisions";
        }
        return viewer.readsRules() ? "rules" : viewer.readsWaivers() ? "waivers" : "decisions";
    }
}
