package dev.shipgate.console.waivers;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.access.Roles;
import dev.shipgate.console.ApiBody;
import dev.shipgate.console.Filters;
import dev.shipgate.console.ListPage;
import dev.shipgate.console.SeeOther;
import dev.shipgate.context.WaiversConfig;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.waivers.WaiverResponse;
import dev.shipgate.waivers.WaiversResource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The list of waivers, newest first, and the page of each, where it can be revoked. */
@Path("/console/waivers")
@RolesAllowed({Roles.AUDIT, Roles.WAIVE})
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WaiversPage {

    private static final String MESSAGE = "message";
    private static final Map<String, String> LABELS = Map.of(MESSAGE, "The message");

    private final WaiversResource waivers;
    private final WaiversConfig config;
    private final ObjectMapper json;

    WaiversPage(WaiversResource waivers, WaiversConfig config, ObjectMapper json) {
        this.waivers = waivers;
        this.config = config;
        this.json = json;
    }

    /** The pages of this class. */
    @CheckedTemplate(basePath = "waivers")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Filters filters, List<WaiverView> rows, @Nullable URI next);

        static native TemplateInstance refused(Filters filters, List<String> problems);

        static native TemplateInstance show(WaiverView view, boolean fourEyes, String message, FormProblems problems);
    }

    @GET
    public Object list(@Context UriInfo uri) {
        return ListPage.of(uri, filters -> list(filters, uri), Templates::refused);
    }

    private TemplateInstance list(Filters filters, UriInfo uri) {
        WaiverResponse.WaiverList found = waivers.list(uri);
        String cursor = found.nextCursor();
        return Templates.list(
                filters,
                found.waivers().stream().map(WaiverView::of).toList(),
                cursor == null ? null : filters.nextPage(cursor));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return page(id, "", FormProblems.NONE);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed(Roles.WAIVE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@RestPath String id, @RestForm @Nullable String message) {
        String typed = Objects.requireNonNullElse(message, "").strip();
        try {
            WaiverResponse revoked = waivers.revoke(id, ApiBody.of(json, Map.of(MESSAGE, typed)));
            return SeeOther.page("/console/waivers/" + revoked.waiver().waiverId());
        } catch (InvalidBodyException e) {
            return again(400, id, typed, FormProblems.of(e, LABELS));
        } catch (HttpProblem e) {
            if (e.getStatusCode() != 409) {
                throw e;
            }
            return again(409, id, typed, FormProblems.of(e, LABELS));
        }
    }

    private Response again(int status, String id, String message, FormProblems problems) {
        return Response.status(status).entity(page(id, message, problems)).build();
    }

    private TemplateInstance page(String id, String message, FormProblems problems) {
        return Templates.show(WaiverView.of(waivers.show(id)), config.fourEyes(), message, problems);
    }
}
