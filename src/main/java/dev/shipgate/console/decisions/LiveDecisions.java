package dev.shipgate.console.decisions;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.DecisionList;
import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.audit.http.DecisionsResource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** Tells a list of decisions how many came since it was shown. */
@Path("/console/decisions/live")
@RolesAllowed(Roles.AUDIT)
public class LiveDecisions {

    private static final Logger LOG = Logger.getLogger(LiveDecisions.class);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** The browser then asks again, and whoever may not read any more gets nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final DecisionsResource decisions;
    private final NewestDecision newest;

    LiveDecisions(DecisionsResource decisions, NewestDecision newest) {
        this.decisions = decisions;
        this.newest = newest;
    }

    /**
     * An event whenever there are more decisions that fit.
     *
     * @param seen the newest decision that the list shows; any other text when it shows none
     */
    @GET
    @Path("/{seen}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(
            @RestPath String seen, @Context UriInfo uri, @Context Sse sse, @Context Request request) {
        Supplier<DecisionList> search = decisions.search(uri);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return Multi.createFrom().empty();
        }
        AtomicReference<Optional<UUID>> last = new AtomicReference<>(Optional.empty());
        return Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .select()
                .first(LONGEST)
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> count(seen, search, last))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onFailure()
                        .recoverWithItem(LiveDecisions::none))
                .map(count -> event(sse, count));
    }

    /** 0 when nothing changed since the last time. */
    private int count(String seen, Supplier<DecisionList> search, AtomicReference<Optional<UUID>> last) {
        Optional<UUID> now = newest.id();
        boolean isNew = now.isPresent() && !now.equals(last.getAndSet(now));
        return isNew
                ? (int) search.get().decisions().stream()
                        .map(DecisionSummary::decisionId)
                        .takeWhile(id -> !id.toString().equals(seen))
                        .count()
                : 0;
    }

    /** The next time may do better; the page has not lost anything. */
    private static int none(Throwable failure) {
        LOG.debugf("News of decisions cannot be read now: %s", failure.getMessage());
        return 0;
    }

    /** Without news, a comment keeps the connection open. */
    private static OutboundSseEvent event(Sse sse, int count) {
        return count == 0
                ? sse.newEventBuilder().comment("no news").build()
                : sse.newEventBuilder()
                        .name("decisions")
                        .data(Integer.toString(count))
                        .build();
    }
}
