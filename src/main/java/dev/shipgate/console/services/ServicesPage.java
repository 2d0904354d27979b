package dev.shipgate.console.services;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.ServiceDecisions;
import dev.shipgate.audit.http.ServiceDecisions.Decided;
import dev.shipgate.audit.http.ServiceDecisions.Services;
import dev.shipgate.console.Filters;
import dev.shipgate.console.SeeOther;
import dev.shipgate.console.VerdictWords;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.QueryParameters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The services of which there are decisions, and each of them. */
@Path("/console/services")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ServicesPage {

    private static final int MAX_SERVICES = 100;

    private final ServiceDecisions decisions;
    private final ServiceViews views;

    ServicesPage(ServiceDecisions decisions, ServiceViews views) {
        this.decisions = decisions;
        this.views = views;
    }

    /** The pages of this class. */
    @CheckedTemplate(basePath = "services")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<ServiceRow> services, boolean later, @Nullable URI next);

        static native TemplateInstance service(ServiceView view, boolean older);
    }

    /** A service in the list, with the newest decision on it. */
    record ServiceRow(Decided newest, String name, VerdictWords verdict, URI page, URI decision) {

        private static ServiceRow of(Decided newest) {
            String name = Objects.requireNonNull(newest.summary().service());
            return new ServiceRow(
                    newest,
                    name,
                    VerdictWords.of(newest.summary().verdict(), newest.waived() ? 1 : 0),
                    ServiceLinks.service(name),
                    ServiceLinks.decision(newest.summary().decisionId()));
        }
    }

    @GET
    public Object services(@Context UriInfo uri) {
        if (Filters.hasEmpty(uri)) {
            return SeeOther.page(Filters.of(uri).address());
        }
        QueryParameters parameters = QueryParameters.of(uri);
        String service = parameters.text("service");
        String environment = parameters.text("environment");
        UUID before = parameters.parsed("before", UUID::fromString, "the id of a decision");
        String after = parameters.text("after");
        parameters.throwIfAnyIsWrong();
        return service == null ? list(after) : one(service, environment, before);
    }

    private TemplateInstance list(@Nullable String after) {
        Services found = decisions.services(after, MAX_SERVICES);
        String next = found.next();
        return Templates.list(
                found.newest().stream().map(ServiceRow::of).toList(),
                after != null,
                next == null ? null : ServiceLinks.after(next));
    }

    private TemplateInstance one(String service, @Nullable String environment, @Nullable UUID before) {
        return views.of(service, environment, before)
                .map(view -> Templates.service(view, before != null))
                .orElseThrow(() -> NotFoundProblem.of("Nothing was decided on a service \"" + service
                        + "\" as far back as decisions are kept, and no rule names it."));
    }
}
