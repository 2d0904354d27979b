package dev.shipgate.console.waivers;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.access.Roles;
import dev.shipgate.console.ApiBody;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;

/** The form that grants a waiver. Parameters of its address fill it in, so that other pages can lead to it. */
@Path("/console/waivers/new")
@RolesAllowed(Roles.WAIVE)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class GrantPage {

    private final WaiversResource waivers;
    private final WaiversConfig config;
    private final ObjectMapper json;

    GrantPage(WaiversResource waivers, WaiversConfig config, ObjectMapper json) {
        this.waivers = waivers;
        this.config = config;
        this.json = json;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "waivers")
    static class Templates {
        private Templates() {}

        static native TemplateInstance grant(
                WaiverForm form, FormProblems problems, List<WaiverForm.Choice> choices, boolean fourEyes);
    }

    @GET
    public TemplateInstance form(@Context UriInfo uri) {
        return page(WaiverForm.of(uri.getQueryParameters()), FormProblems.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response grant(MultivaluedMap<String, String> sent) {
        WaiverForm form = WaiverForm.of(sent);
        try {
            WaiverResponse granted = waivers.granted(
                    ApiBody.of(json, form.request(Clock.systemUTC().instant())));
            return SeeOther.page("/console/waivers/" + granted.waiver().waiverId());
        } catch (InvalidBodyException e) {
            int status = e.kind() == InvalidBodyException.Kind.CONTRADICTORY ? 422 : 400;
            return again(status, form, FormProblems.of(e, WaiverForm.LABELS));
        } catch (HttpProblem e) {
            return again(e.getStatusCode(), form, FormProblems.of(e, WaiverForm.LABELS));
        }
    }

    private Response again(int status, WaiverForm form, FormProblems problems) {
        return Response.status(status).entity(page(form, problems)).build();
    }

    private TemplateInstance page(WaiverForm form, FormProblems problems) {
        return Templates.grant(form, problems, WaiverForm.choices(config.maxDuration()), config.fourEyes());
    }
}
