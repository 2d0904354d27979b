package dev.shipgate.console.audit;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.verification.Verifications;
import dev.shipgate.console.SeeOther;
import dev.shipgate.http.Caller;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The verification of all records: begun by a button, watched while it runs, and told in sentences. */
@Path(VerificationPage.PATH)
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VerificationPage {

    static final String PATH = "/console/audit/verification";

    private static final int REFRESH_SECONDS = 3;

    private final Verifications verifications;
    private final Caller caller;

    VerificationPage(Verifications verifications, Caller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance verification(@Nullable RunView view, String heads, List<String> problems);
    }

    @GET
    public Response show() {
        Response.ResponseBuilder page = Response.ok(page("", List.of()));
        if (verifications.latest().filter(Verifications.Run::isRunning).isPresent()) {
            page.header("Refresh", REFRESH_SECONDS);
        }
        return page.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestForm @Nullable String heads) {
        String typed = Objects.requireNonNullElse(heads, "");
        try {
            return verifications.begin(caller.name(), NotedHeads.read(typed))
                    ? SeeOther.page(PATH)
                    : again(409, typed, List.of("Another verification runs. Begin yours when it has ended."));
        } catch (InvalidBodyException e) {
            return again(400, typed, e.problems().stream().map(Problem::detail).toList());
        }
    }

    private Response again(int status, String typed, List<String> problems) {
        return Response.status(status).entity(page(typed, problems)).build();
    }

    private TemplateInstance page(String heads, List<String> problems) {
        return Templates.verification(verifications.latest().map(RunView::new).orElse(null), heads, problems);
    }
}
