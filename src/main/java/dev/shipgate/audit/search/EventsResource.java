package dev.shipgate.audit.search;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.store.EventReader;
import dev.shipgate.audit.store.RecordHead;
import dev.shipgate.audit.store.RecordText;
import dev.shipgate.audit.store.StoredRecord;
import dev.shipgate.http.FewAtATime;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.json.RawJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code GET /v1/audit/events}. */
@Path("/v1/audit/events")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final EventReader events;
    private final FewAtATime reading = new FewAtATime(2, "Reads of events");

    EventsResource(EventReader events) {
        this.events = events;
    }

    /** What happened to the rules and to the records, newest first. */
    public record Events(List<RawJson> events) {}

    private record Event(Instant at, RawJson text) {

        static Event of(StoredRecord record) {
            try {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                RecordText.write(record, text);
                byte[] utf8 = text.toByteArray();
                String at = RecordHead.read(new ByteArrayInputStream(utf8)).text("at");
                return new Event(Instant.parse(Objects.requireNonNull(at)), new RawJson(utf8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @GET
    public Events list(@Context UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        Integer asked = parameters.upTo("limit", MAX_LIMIT);
        parameters.throwIfAnyIsWrong();
        int limit = Objects.requireNonNullElse(asked, DEFAULT_LIMIT);
        return reading.run(() -> new Events(events.newest(limit).stream()
                .map(Event::of)
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(limit)
                .map(Event::text)
                .toList()));
    }
}
