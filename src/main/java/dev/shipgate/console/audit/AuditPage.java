package dev.shipgate.console.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.access.Roles;
import dev.shipgate.audit.http.EventsResource;
import dev.shipgate.audit.http.RecordsResource;
import dev.shipgate.console.Filters;
import dev.shipgate.console.ListPage;
import dev.shipgate.json.RawJson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of the rules, waivers, releases and records, last one first, and the export of all records. */
@Path("/console/audit")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AuditPage {

    private static final String PATH = "/console/audit";

    private final EventsResource events;
    private final RecordsResource records;
    private final ObjectMapper json;

    AuditPage(EventsResource events, RecordsResource records, ObjectMapper json) {
        this.events = events;
        this.records = records;
        this.json = json;
    }

    /**
     * A kind of events to choose.
     *
     * @param name as the API has it
     */
    record Kind(String name, String title) {}

    /**
     * Addresses of what people ask for most.
     *
     * @param lastDay of the events of the last 24 hours
     */
    record Since(URI lastDay, URI lastWeek) {}

    /** The pages of this class. */
    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance events(
                Filters filters, List<Kind> kinds, Since since, List<EventView> rows, @Nullable URI next);

        static native TemplateInstance refused(Filters filters, List<Kind> kinds, Since since, List<String> problems);
    }

    @GET
    public Object list(@Context UriInfo uri) {
        return ListPage.of(
                uri,
                filters -> list(filters, uri),
                (filters, problems) -> Templates.refused(filters, kinds(), since(), problems));
    }

    private TemplateInstance list(Filters filters, UriInfo uri) {
        EventsResource.Events found = events.list(uri);
        String cursor = found.nextCursor();
        return Templates.events(
                filters,
                kinds(),
                since(),
                found.events().stream().map(this::view).toList(),
                cursor == null ? null : filters.nextPage(cursor));
    }

    private EventView view(RawJson event) {
        try {
            return EventView.of(json.readTree(event.utf8()));
        } catch (IOException e) {
            throw new UncheckedIOException("An event cannot be read", e);
        }
    }

    private static List<Kind> kinds() {
        return EventsResource.KINDS.stream()
                .map(kind -> new Kind(kind, EventWords.title(kind)))
                .toList();
    }

    private static Since since() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        return new Since(from(now.minus(Duration.ofDays(1))), from(now.minus(Duration.ofDays(7))));
    }

    private static URI from(Instant time) {
        return new Filters(PATH, Map.of("from", time.toString())).address();
    }

    /** All records, as the API exports them to who has a key: somebody who signed in has none to send. */
    @GET
    @Path("/records")
    @Produces("application/x-ndjson")
    public Response export(@Context UriInfo uri, @Context RoutingContext exchange) {
        return Response.ok(records.export(uri, exchange))
                .header("Content-Disposition", "attachment; filename=\"shipgate-records.ndjson\"")
                .build();
    }
}
