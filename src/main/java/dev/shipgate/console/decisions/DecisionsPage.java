package dev.shipgate.console.decisions;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.DecisionList;
import dev.shipgate.audit.http.DecisionReports;
import dev.shipgate.audit.http.DecisionsResource;
import dev.shipgate.console.Filters;
import dev.shipgate.console.ListPage;
import dev.shipgate.decision.Evaluations;
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
import org.jspecify.annotations.Nullable;

/** The list of decisions, newest first. */
@Path("/console/decisions")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DecisionsPage {

    /** Filters that are folded away unless they are used. */
    private static final List<String> RARE = List.of("route", "rule", "ruleset", "waived", "from", "to", "limit");

    private final DecisionsResource decisions;
    private final DecisionReports reports;
    private final Evaluations evaluations;

    DecisionsPage(DecisionsResource decisions, DecisionReports reports, Evaluations evaluations) {
        this.decisions = decisions;
        this.reports = reports;
        this.evaluations = evaluations;
    }

    /** The page of this class. */
    @CheckedTemplate(basePath = "decisions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Filters filters,
                boolean showsRare,
                List<String> kinds,
                List<DecisionRow> rows,
                @Nullable URI next,
                URI events);

        static native TemplateInstance refused(
                Filters filters, boolean showsRare, List<String> kinds, List<String> problems);
    }

    @GET
    public Object list(@Context UriInfo uri) {
        return ListPage.of(
                uri,
                filters -> list(filters, uri),
                (filters, problems) -> Templates.refused(filters, filters.hasAny(RARE), evaluations.kinds(), problems));
    }

    private TemplateInstance list(Filters filters, UriInfo uri) {
        DecisionList found = decisions.list(uri);
        String cursor = found.nextCursor();
        return Templates.list(
                filters,
                filters.hasAny(RARE),
                evaluations.kinds(),
                rows(found),
                cursor == null ? null : filters.nextPage(cursor),
                events(filters, found));
    }

    /** The address of the news for a list. */
    private static URI events(Filters filters, DecisionList found) {
        String seen = found.decisions().isEmpty()
                ? "none"
                : found.decisions().get(0).decisionId().toString();
        return filters.of("/console/decisions/live/" + seen);
    }

    private List<DecisionRow> rows(DecisionList found) {
        return found.decisions().stream()
                .map(summary -> DecisionRow.of(summary, reports.listed(summary.decisionId())))
                .toList();
    }
}
