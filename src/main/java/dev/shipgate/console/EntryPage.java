package dev.shipgate.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

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
        return SeeOther.page("/console");
    }

    @GET
    @Path("console")
    public Response console() {
        return SeeOther.page("/console/" + firstPage());
    }

    /** The decisions also where the reader may see nothing: that page says which role is missing. */
    private String firstPage() {
        if (viewer.isAuditor()) {
            return "decisions";
        }
        return viewer.readsRules() ? "rules" : viewer.readsWaivers() ? "waivers" : "decisions";
    }
}
