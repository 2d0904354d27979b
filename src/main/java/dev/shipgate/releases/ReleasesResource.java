package dev.shipgate.releases;

import dev.shipgate.access.Roles;
import dev.shipgate.http.Caller;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.ProblemResponse;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.releases.ShippedBook.Marked;
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
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/releases/shipped} and {@code GET /v1/releases/shipped}. */
@Path("/v1/releases/shipped")
@Produces(MediaType.APPLICATION_JSON)
public class ReleasesResource {

    private static final String DECISION_ID = "decision_id";
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final ShippedBook book;
    private final Caller caller;
    private final MemoryAdmission admission;
    private final Bulkhead marking = new Bulkhead(8, "Marks of releases");
    private final Bulkhead listing = new Bulkhead(2, "Lists of releases");

    ReleasesResource(ShippedBook book, Caller caller, MemoryAdmission admission) {
        this.book = book;
        this.caller = caller;
        this.admission = admission;
    }

    /** Says that a release went out: 201, and 200 when somebody has said so before. */
    @POST
    @RolesAllowed(Roles.EVALUATE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response mark(byte[] body, @Context UriInfo uri) {
        QueryParameters.of(uri).throwIfAnyIsWrong();
        UUID decision = admission.run(MemoryNeed.ofReading(body), () -> decision(body));
        Marked marked = marking.run(() -> book.mark(decision, caller.name()))
                .orElseThrow(() -> NotFoundProblem.of("There is no decision \"" + decision
                        + "\". Maybe it is older than decisions are kept, or of another service?"));
        return Response.status(marked.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ShippedList.ShippedRow.of(marked.mark()))
                .build();
    }

    private static UUID decision(byte[] body) {
        JsonObject fields = StrictJson.object(body);
        String text = fields.requiredString(DECISION_ID, "the decision_id of the answer by which the release shipped");
        UUID decision = text == null ? null : parse(text);
        if (text != null && decision == null) {
            fields.wrong(DECISION_ID, "the id of a decision, such as 01a2124e-d556-7785-af7b-f95f1cca7979", text);
        }
        fields.requireNothingElse();
        return Objects.requireNonNull(decision);
    }

    /** Null for a text that is no id, and for one that is an id only with more zeros. */
    private static @Nullable UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Releases that went out, newest first.
     *
     * @throws InvalidBodyException when the query is wrong
     */
    @GET
    @RolesAllowed({Roles.AUDIT, Roles.EVALUATE})
    public ShippedList list(@Context UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        ShippedFilter filter = new ShippedFilter(
                parameters.text("service"),
                parameters.text("environment"),
                parameters.parsed("cursor", UUID::fromString, "the next_cursor of an earlier answer"));
        Integer asked = parameters.upTo("limit", MAX_LIMIT);
        parameters.throwIfAnyIsWrong();
        int limit = Objects.requireNonNullElse(asked, DEFAULT_LIMIT);
        return ShippedList.of(listing.run(() -> book.newest(filter, limit + 1)), limit);
    }

    /** A release that cannot be a measure for later ones. */
    @ServerExceptionMapper
    public Response notMarkable(NotMarkableException refused, UriInfo uri) {
        return ProblemResponse.ofMessage(
                refused, uri, ProblemResponse.problem(409, "release-not-markable", "The release cannot be marked"));
    }
}
