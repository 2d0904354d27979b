package dev.shipgate.audit.http;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.Link;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.http.BlockStatus;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code GET /v1/decisions/latest} and {@code POST /v1/decisions/latest}: the last decision on a release, for a caller
 * who can ask but has no results to send, such as a controller that rolls it out.
 */
@Path("/v1/decisions")
@RolesAllowed({Roles.EVALUATE, Roles.AUDIT})
public class LatestDecisionResource {

    private static final int MAX_AGE_SECONDS = (int) Duration.ofDays(366).toSeconds();

    private final Bulkhead searches = new Bulkhead(4, "Searches");
    private final RecordReader records;
    private final Evaluations evaluations;

    LatestDecisionResource(RecordReader records, Evaluations evaluations) {
        this.records = records;
        this.evaluations = evaluations;
    }

    @GET
    @Path("/latest")
    @Produces(MediaType.APPLICATION_JSON)
    public Response latest(@Context UriInfo uri) {
        return answer(uri);
    }

    /** For webhooks, whose body may have any content: the query alone says which release is meant. */
    @POST
    @Path("/latest")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response latestForWebhook(@Context UriInfo uri) {
        return answer(uri);
    }

    private Response answer(UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        // 409 says here that the time of the decision is yet to come.
        int blockStatus = BlockStatus.of(parameters, Response.Status.CONFLICT.getStatusCode());
        Recency recency = new Recency(parameters.upTo("max_age_seconds", MAX_AGE_SECONDS));
        DecisionFilter release = release(parameters);
        DecisionSummary latest = searches.run(() -> latest(release)).orElseThrow(Recency::none);
        recency.require(latest, Instant.now());
        return Response.status(latest.verdict().equals("pass") ? Response.Status.OK.getStatusCode() : blockStatus)
                .entity(latest)
                .build();
    }

    /** All of these name a release: a pass of another version or environment says nothing of this one. */
    private DecisionFilter release(QueryParameters parameters) {
        String kind = parameters.required("kind", name -> parameters.oneOf(name, evaluations.kinds()));
        String service = parameters.required("service", parameters::text);
        String environment = parameters.required("environment", parameters::text);
        String version = parameters.required("version", parameters::text);
        parameters.throwIfAnyIsWrong();
        return new DecisionFilter(kind, service, environment, version, null, null, null, null, null, null, null, null);
    }

    /** The decision that was written last, whatever the clock said then: it overrides the earlier decisions. */
    private Optional<DecisionSummary> latest(DecisionFilter release) {
        return records.latest(release).flatMap(decision -> {
            records.link(decision).ifPresent(LatestDecisionResource::requireUnchanged);
            return records.row(decision).map(DecisionSummary::of);
        });
    }

    private static void requireUnchanged(Link latest) {
        String contradiction = latest.contradiction();
        if (contradiction != null) {
            throw new ContradictedRecordException("The latest decision on this release, "
                    + latest.record().decisionId() + ", is not as it was recorded: " + contradiction);
        }
    }
}
