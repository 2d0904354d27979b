package dev.shipgate.audit.replay;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.RequestedDecision;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.ProblemTypes;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/decisions/{id}/replay}. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDIT)
public class ReplayResource {

    /** An answer as large as that takes its size in memory several times over. */
    private final Bulkhead large = new Bulkhead(1, "Replays of large decisions");

    private final RecordReader records;
    private final Replay replay;

    ReplayResource(RecordReader records, Replay replay) {
        this.records = records;
        this.replay = replay;
    }

    // The path of other decisions' resource, so that another method is a wrong method and no wrong path.
    @POST
    @Path("/{id}/replay")
    public ReplayReport replay(@RestPath String id, @Context UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        String asked = parameters.text("ruleset");
        parameters.throwIfAnyIsWrong();
        return replay(id, asked);
    }

    /**
     * Evaluates a recorded request again.
     *
     * @param asked a version of the rules, or {@code active}; null for the one that decided
     */
    public ReplayReport replay(String id, @Nullable String asked) {
        StoredRecord record = RequestedDecision.find(records, id);
        return record.isLarge() ? large.run(() -> replay(record, asked)) : replay(record, asked);
    }

    private ReplayReport replay(StoredRecord record, @Nullable String asked) {
        try {
            return replay.run(record.requireUnchanged(), asked).orElseThrow(() -> noSuchRuleset(asked));
        } catch (RulesetRefusedException e) {
            throw refused(e.diagnostics());
        } catch (InvalidBodyException e) {
            throw notAccepted(e);
        } catch (NotComparableException e) {
            throw notReplayable(Objects.requireNonNull(e.getMessage())).build();
        }
    }

    private static HttpProblem noSuchRuleset(@Nullable String asked) {
        return NotFoundProblem.of(
                "There is no ruleset \"" + asked + "\". A version begins with sha256: (or is active) and is known "
                        + "here while it decides, and while a decision by it is kept.");
    }

    private static HttpProblem refused(List<Diagnostic> diagnostics) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("ruleset-refused"))
                .withStatus(409)
                .withTitle("The ruleset is not accepted any more")
                .withDetail("The ruleset was accepted once, but is not by this version of Shipgate.")
                .with("diagnostics", diagnostics)
                .build();
    }

    private static HttpProblem notAccepted(InvalidBodyException invalid) {
        return notReplayable("The recorded request is not accepted under this ruleset. Maybe values of it were masked, "
                        + "or the rules have no limit that it lacks?")
                .with("errors", invalid.problems())
                .build();
    }

    private static HttpProblem.Builder notReplayable(String detail) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("not-replayable"))
                .withStatus(409)
                .withTitle("The decision cannot be replayed")
                .withDetail(detail);
    }
}
