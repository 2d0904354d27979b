package dev.shipgate.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.access.Roles;
import dev.shipgate.audit.store.read.EventReader;
import dev.shipgate.audit.store.read.EventReader.Page;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.json.RawJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/audit/events}. */
@Path("/v1/audit/events")
@RolesAllowed(Roles.AUDIT)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    /** The kinds of events that there are. */
    public static final List<String> KINDS = EventKinds.ALL;

    private final EventReader events;
    private final Bulkhead reading = new Bulkhead(2, "Reads of events");

    EventsResource(EventReader events) {
        this.events = events;
    }

    /**
     * A page of the events of the rules and of the records, newest first.
     *
     * @param nextCursor asks for the page after this, also where this one is short or empty; null on the last one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Events(List<RawJson> events, @Nullable String nextCursor) {

        static Events of(Page page) {
            return new Events(
                    page.events().stream().map(event -> text(event.record())).toList(),
                    page.next() == null ? null : page.next().toString());
        }

        private static RawJson text(StoredRecord record) {
            try {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                RecordText.write(record.requireUnchanged(), text);
                return new RawJson(text.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException("The text of a record cannot be put together", e);
            }
        }
    }

    @GET
    public Events list(@Context UriInfo uri) {
        EventQuery query = EventQuery.read(QueryParameters.of(uri));
        return reading.run(() -> Events.of(events.newest(query.filter(), query.limit())));
    }
}
