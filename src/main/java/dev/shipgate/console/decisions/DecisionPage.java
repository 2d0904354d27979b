package dev.shipgate.console.decisions;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.CheckedReleases;
import dev.shipgate.audit.http.DecisionReports;
import dev.shipgate.audit.http.DecisionsResource;
import dev.shipgate.audit.http.ShownDecision;
import dev.shipgate.audit.replay.ReplayReport;
import dev.shipgate.audit.replay.ReplayReport.AnswerDifference;
import dev.shipgate.audit.replay.ReplayResource;
import dev.shipgate.console.chart.ReleaseTrend;
import dev.shipgate.console.trend.LatencyTrends;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.http.limit.BodyTooLargeException;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.format.ReportFormat;
import dev.shipgate.rulesets.RulesetDifference;
import dev.shipgate.rulesets.VersionsResource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A decision: the verdict, why, by which rules, what changed, and what the rules of now say. */
@Path("/console/decisions")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DecisionPage {

    private static final int MAX_DIFFERENCES = 500;

    private final DecisionsResource decisions;
    private final DecisionReports reports;
    private final CheckedReleases releases;
    private final ReplayResource replays;
    private final VersionsResource versions;

    DecisionPage(
            DecisionsResource decisions,
            DecisionReports reports,
            CheckedReleases releases,
            ReplayResource replays,
            VersionsResource versions) {
        this.releases = releases;
        this.decisions = decisions;
        this.reports = reports;
        this.replays = replays;
        this.versions = versions;
    }

    /** The pages of this class. */
    @CheckedTemplate(basePath = "decisions")
    static class Templates {
        private Templates() {}

        static native TemplateInstance decision(DecisionView view);

        static native TemplateInstance toolarge(String id);

        static native TemplateInstance firings(ShownDecision decision, Firings firings);

        static native TemplateInstance replay(
                ShownDecision decision, ReplayReport report, List<AnswerDifference> differences);
    }

    @GET
    @Path("/{id}")
    public Object show(@RestPath String id) {
        return unlessTooLarge(id, () -> page(id));
    }

    /** The page, or one that says that there is not enough memory for it. */
    private static Object unlessTooLarge(String id, Supplier<TemplateInstance> page) {
        try {
            return page.get();
        } catch (BodyTooLargeException e) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                    .entity(Templates.toolarge(id))
                    .build();
        }
    }

    private TemplateInstance page(String id) {
        ShownDecision decision = reports.shown(id);
        Changes changes = reports.before(decision)
                .map(before -> Changes.between(before, decision, rulesBetween(before, decision)))
                .orElse(null);
        return Templates.decision(DecisionView.of(decision, trends(decision), changes));
    }

    /** Only answers that are checks of routes have them: no record is read for others. */
    private LatencyTrends trends(ShownDecision decision) {
        boolean hasChecks = decision.report().kind().lines() == AnswerLines.CHECKS;
        return LatencyTrends.of(
                hasChecks ? releases.upTo(decision, ReleaseTrend.MOST).releases() : List.of());
    }

    /** Null where the rules are the same, and where a version is not kept any more. */
    private @Nullable RulesetDifference rulesBetween(ShownDecision before, ShownDecision now) {
        if (before.ruleset().equals(now.ruleset())) {
            return null;
        }
        try {
            return versions.difference(now.ruleset(), before.ruleset());
        } catch (HttpProblem notKept) {
            return null;
        }
    }

    /** The facts of each firing: of interest to few readers, and many. */
    @GET
    @Path("/{id}/firings")
    public Object firings(@RestPath String id) {
        return unlessTooLarge(id, () -> Templates.firings(reports.shown(id), Firings.of(reports.firings(id))));
    }

    /** A replay changes nothing, so it is a page. */
    @GET
    @Path("/{id}/replay")
    public Object replay(@RestPath String id) {
        return unlessTooLarge(id, () -> {
            ShownDecision decision = reports.shown(id);
            ReplayReport report = replays.replay(id, "active");
            return Templates.replay(
                    decision,
                    report,
                    report.differences().stream().limit(MAX_DIFFERENCES).toList());
        });
    }

    @GET
    @Path("/{id}/record.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response record(@RestPath String id, @Context RoutingContext exchange) throws IOException {
        return download(decisions.record(id, RequestedFormat.of(ReportFormat.JSON), exchange), id + ".json");
    }

    @GET
    @Path("/{id}/report.csv")
    @Produces("text/csv")
    public Response table(@RestPath String id, @Context RoutingContext exchange) throws IOException {
        return download(decisions.record(id, RequestedFormat.of(ReportFormat.CSV), exchange), id + ".csv");
    }

    /** A browser keeps it, and never shows it as a page. */
    private static Response download(Response answer, String file) {
        return Response.fromResponse(answer)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.replaceAll("[^\\w.-]", "_") + "\"")
                .build();
    }
}
