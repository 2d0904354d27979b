package dev.shipgate.waivers;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.shipgate.access.Roles;
import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waiver;
import dev.shipgate.context.WaiversConfig;
import dev.shipgate.http.Caller;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.StrictJson;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.waivers.GrantedWaiver.State;
import dev.shipgate.waivers.WaiverResponse.WaiverList;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /v1/waivers}. */
@Path("/v1/waivers")
@Produces(MediaType.APPLICATION_JSON)
public class WaiversResource {

    private static final Logger LOG = Logger.getLogger(WaiversResource.class);

    /** Each decision looks through the valid waivers of its service. */
    private static final int MAX_VALID_OF_SERVICE = 1_000;

    /** The most decisions that one waiver is told with. */
    public static final int MAX_DECISIONS = 100;

    private static final int MAX_MESSAGE_CHARS = 1_000;

    private final WaiverBook book;
    private final WaivableReasons reasons;
    private final WaiversConfig config;
    private final Caller caller;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final Bulkhead reading = new Bulkhead(4, "Reads of waivers");

    /** Two that are granted here at once must not both find room for the last one; those of replicas may. */
    private final Object granting = new Object();

    WaiversResource(WaiverBook book, WaivableReasons reasons, WaiversConfig config, Caller caller) {
        this.book = book;
        this.reasons = reasons;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.WAIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response grant(byte[] body) {
        WaiverResponse granted = granted(body);
        return Response.created(URI.create("/v1/waivers/" + granted.waiver().waiverId()))
                .entity(granted)
                .build();
    }

    /**
     * Grants a waiver, for callers who do not speak HTTP.
     *
     * @param body the request, in JSON
     * @throws InvalidBodyException when it is none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when the policy or the number of waivers is against it
     */
    @RolesAllowed(Roles.WAIVE)
    public WaiverResponse granted(byte[] body) {
        Instant now = now();
        WaiverRequest request = WaiverRequest.read(body, now, config.maxDuration());
        Waiver waiver = request.granted(ids.construct(now.toEpochMilli()), caller.name(), now);
        requireWaivable(waiver);
        grant(waiver);
        return WaiverResponse.of(new GrantedWaiver(waiver, null, null, false), now);
    }

    private void requireWaivable(Waiver waiver) {
        Set<Waivable> waivable;
        try {
            waivable = reasons.of(waiver);
        } catch (PolicyEvaluationException e) {
            LOG.errorf("The rules failed when they were asked what can be waived: %s", e.forLog());
            throw WaiverProblems.rulesFailed();
        }
        if (!waivable.contains(new Waivable(waiver.part(), waiver.reason()))) {
            throw WaiverProblems.notWaivable(waiver, waivable);
        }
    }

    private void grant(Waiver waiver) {
        synchronized (granting) {
            if (book.countValid(waiver.service(), waiver.grantedAt()) >= MAX_VALID_OF_SERVICE) {
                throw WaiverProblems.tooMany(waiver.service(), MAX_VALID_OF_SERVICE);
            }
            book.grant(waiver);
        }
    }

    @GET
    @RolesAllowed({Roles.AUDIT, Roles.WAIVE})
    public WaiverList list(@Context UriInfo uri) {
        WaiverQuery query = WaiverQuery.read(QueryParameters.of(uri));
        Instant now = now();
        return reading.run(
                () -> WaiverList.of(book.newest(query.filter(), now, query.limit() + 1), query.limit(), now));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.AUDIT, Roles.WAIVE})
    public WaiverResponse show(@RestPath String id) {
        GrantedWaiver granted = find(id);
        return reading.run(() ->
                WaiverResponse.of(granted, now(), book.uses(granted.waiver().waiverId(), MAX_DECISIONS)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.WAIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public WaiverResponse revoke(@RestPath String id, byte[] body) {
        String message = message(body);
        GrantedWaiver granted = find(id);
        Instant now = now();
        boolean isRevoked = granted.stateAt(now) == State.VALID
                && book.revoke(granted.waiver().waiverId(), caller.name(), message, now);
        GrantedWaiver revoked = find(id);
        if (!isRevoked) {
            throw WaiverProblems.notValid(revoked, revoked.stateAt(now).lowerCase());
        }
        return WaiverResponse.of(revoked, now);
    }

    /** @throws InvalidBodyException when the body does not say why */
    private static String message(byte[] body) {
        JsonObject fields = StrictJson.object(body);
        String message = WaiverRequest.required(fields, "message", "why the waiver is revoked", MAX_MESSAGE_CHARS);
        fields.requireNothingElse();
        return Objects.requireNonNull(message);
    }

    private GrantedWaiver find(String id) {
        UUID waiver;
        try {
            waiver = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw WaiverProblems.notFound(id);
        }
        return book.find(waiver).orElseThrow(() -> WaiverProblems.notFound(id));
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
