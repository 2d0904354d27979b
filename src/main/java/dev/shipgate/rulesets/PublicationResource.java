package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.access.Roles;
import dev.shipgate.decision.NotRecordedException;
import dev.shipgate.http.Caller;
import dev.shipgate.http.ProblemTypes;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.live.RulesConflictException;
import dev.shipgate.policy.live.RulesPublisher;
import dev.shipgate.policy.live.RulesetEdit;
import dev.shipgate.policy.live.RulesetEdit.EditSource;
import dev.shipgate.policy.live.RulesetLog.UnavailableException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/rulesets} and {@code POST /v1/rulesets/{version}/activation}. */
@Path("/v1/rulesets")
@RolesAllowed(Roles.PUBLISH)
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {

    /** They are made one after the other, and each may keep the others waiting while it compiles. */
    private static final int MAX_WAITING = 8;

    private final RulesPublisher publisher;
    private final RulesetVersions versions;
    private final Caller caller;
    private final MemoryAdmission admission;
    private final Bulkhead changing = new Bulkhead(MAX_WAITING, "Changes of the rules");

    PublicationResource(RulesPublisher publisher, RulesetVersions versions, Caller caller, MemoryAdmission admission) {
        this.admission = admission;
        this.caller = caller;
        this.publisher = publisher;
        this.versions = versions;
    }

    /**
     * Rules that decide now.
     *
     * @param activatedBy the name of the caller who made them active
     * @param message why; null when nobody said
     * @param commit the commit that the rules folder stood at; absent where it is no Git work tree
     * @param files the change of each file that is another one than in the version before
     * @param diagnostics warnings
     */
    public record Published(
            String version,
            Instant activatedAt,
            String activatedBy,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SourceCommit commit,

            List<PublishedFile> files,
            List<Diagnostic> diagnostics) {}

    /** A file that is another one than in the version before. */
    public record PublishedFile(String path, RulesetDifference.ChangeKind change) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(byte[] body) {
        Published published = published(body);
        return Response.created(URI.create("/v1/rulesets/" + published.version()))
                .entity(published)
                .build();
    }

    /** Lets the rules of a body decide. */
    public Published published(byte[] body) {
        Publication.OfText asked = admission.run(MemoryNeed.ofReading(body), () -> Publication.readWithFiles(body));
        return change(asked.files(), EditSource.PUBLICATION, asked.publication());
    }

    @POST
    @Path("/{version}/activation")
    public Published activate(@RestPath String version, byte[] body) {
        Publication asked = admission.run(MemoryNeed.ofReading(body), () -> Publication.read(body));
        return change(versions.files(version), EditSource.ACTIVATION, asked);
    }

    private Published change(RulesetFiles files, EditSource source, Publication asked) {
        RulesetEdit edit = new RulesetEdit(source, caller.name(), asked.message());
        return changing.run(() -> {
            try {
                RulesPublisher.PublicationResult result = publisher.publish(files, edit, asked.expectedVersion());
                Activation active = result.active();
                return new Published(
                        active.ruleset().version(),
                        active.activatedAt(),
                        active.activatedBy(),
                        asked.message(),
                        active.commit(),
                        changes(result.before(), files),
                        active.warnings());
            } catch (RulesetRefusedException e) {
                throw RefusedRules.problem(files.version(), e.diagnostics());
            } catch (RulesConflictException e) {
                throw conflict(e);
            } catch (UnavailableException e) {
                throw new NotRecordedException("The audit store cannot be written now, and rules do not become active "
                        + "without a record of it.");
            }
        });
    }

    private static List<PublishedFile> changes(RulesetFiles before, RulesetFiles after) {
        return RulesetDifference.filesBetween(before, after).entrySet().stream()
                .map(file -> new PublishedFile(file.getKey(), file.getValue()))
                .toList();
    }

    private static HttpProblem conflict(RulesConflictException conflict) {
        return HttpProblem.builder()
                .withType(ProblemTypes.of("rules-changed"))
                .withStatus(409)
                .withTitle("The rules have changed, or cannot be changed here")
                .withDetail(Objects.requireNonNull(conflict.getMessage()))
                .build();
    }
}
