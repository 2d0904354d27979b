package dev.shipgate.backtest.http;

import dev.shipgate.access.RequiredRoles;
import dev.shipgate.access.Roles;
import dev.shipgate.backtest.Backtest;
import dev.shipgate.backtest.BacktestConfig;
import dev.shipgate.backtest.BacktestResults;
import dev.shipgate.backtest.Backtests;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/backtests}, and each backtest below it. They show rules and decisions, so both roles are needed. */
@Path("/v1/backtests")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class BacktestResource {

    private static final String PATH = "/v1/backtests/";
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final Backtests backtests;
    private final BacktestResults results;
    private final TriedRules rules;
    private final Evaluations evaluations;
    private final MemoryAdmission admission;
    private final RequiredRoles roles;
    private final int maxDecisions;

    BacktestResource(
            Backtests backtests,
            BacktestResults results,
            TriedRules rules,
            Evaluations evaluations,
            MemoryAdmission admission,
            RequiredRoles roles,
            BacktestConfig config) {
        this.backtests = backtests;
        this.results = results;
        this.rules = rules;
        this.evaluations = evaluations;
        this.admission = admission;
        this.roles = roles;
        this.maxDecisions = config.maxDecisions();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(byte[] body, @Context UriInfo uri) {
        requireRoles();
        QueryParameters.of(uri).throwIfAnyIsWrong();
        BacktestRequest request = admission.run(
                MemoryNeed.ofReading(body), () -> BacktestRequest.read(body, evaluations.kinds(), maxDecisions));
        Backtest backtest = backtests.start(() -> rules.lease(request), request.selection());
        return Response.accepted(response(backtest, null, DEFAULT_LIMIT))
                .location(URI.create(PATH + backtest.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    public BacktestResponse show(@RestPath String id, @Context UriInfo uri) {
        requireRoles();
        QueryParameters parameters = QueryParameters.of(uri);
        Integer limit = parameters.upTo("limit", MAX_LIMIT);
        UUID cursor = parameters.parsed("cursor", UUID::fromString, "the next_cursor of an earlier answer");
        parameters.throwIfAnyIsWrong();
        return response(find(id), cursor, Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }

    @DELETE
    @Path("/{id}")
    public BacktestResponse cancel(@RestPath String id, @Context UriInfo uri) {
        requireRoles();
        QueryParameters.of(uri).throwIfAnyIsWrong();
        Backtest backtest = find(id);
        backtest.cancel();
        return response(backtest, null, DEFAULT_LIMIT);
    }

    private void requireRoles() {
        roles.requireAll(Roles.AUTHOR, Roles.AUDIT);
    }

    private BacktestResponse response(Backtest backtest, @Nullable UUID before, int limit) {
        Backtest.Progress progress = backtest.progress();
        Instant endedAt = progress.endedAt();
        return BacktestResponse.of(
                backtest, progress, endedAt == null ? null : results.keptUntil(endedAt), before, limit);
    }

    private Backtest find(String id) {
        return parse(id)
                .flatMap(results::find)
                .orElseThrow(() -> NotFoundProblem.of("There is no backtest \"" + id
                        + "\" here. Maybe its result is not kept any more, or another replica of the service has it?"));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
