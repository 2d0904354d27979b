package dev.shipgate.audit.http;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.record.RecordedDecision;
import dev.shipgate.audit.store.read.DecisionFilter;
import dev.shipgate.audit.store.read.DecisionRow;
import dev.shipgate.audit.store.read.RecordReader;
import dev.shipgate.audit.store.record.RecordText;
import dev.shipgate.audit.store.record.StoredRecord;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.http.FormattedAnswers;
import dev.shipgate.decision.http.RequestedFormat;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.HttpConfig;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/decisions} and {@code GET /v1/decisions/{id}}. */
@Path("/v1/decisions")
@RolesAllowed(Roles.AUDIT)
public class DecisionsResource {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    /** The store has more connections than these take: evaluations need some too. */
    private final Bulkhead lists = new Bulkhead(4, "Searches");

    private final Bulkhead largeRecords = new Bulkhead(2, "Reads of large records");

    private final RecordReader records;
    private final Evaluations evaluations;
    private final FormattedAnswers reports;
    private final MemoryAdmission admission;
    private final ClientStream exports;
    private final ClientStream largeTexts;

    DecisionsResource(
            RecordReader records,
            Evaluations evaluations,
            FormattedAnswers reports,
            MemoryAdmission admission,
            HttpConfig http) {
        this.records = records;
        this.evaluations = evaluations;
        this.reports = reports;
        this.admission = admission;
        this.exports = new ClientStream(new Bulkhead(2, "Exports"), http.writeTimeout());
        this.largeTexts = new ClientStream(largeRecords, http.writeTimeout());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DecisionList list(@Context UriInfo uri) {
        return search(uri).get();
    }

    /** The list that an address asks for, to be read more than once: at each time what there is then. */
    public Supplier<DecisionList> search(UriInfo uri) {
        DecisionQuery query = read(uri, MAX_LIMIT, DEFAULT_LIMIT);
        return () -> list(query);
    }

    private DecisionList list(DecisionQuery query) {
        return DecisionList.of(lists.run(() -> records.rows(query.filter(), query.limit() + 1)), query.limit());
    }

    /** The id of the newest decision of all; empty when there is none. */
    public Optional<UUID> newest() {
        return records.rows(DecisionFilter.ANY, 1).stream().findFirst().map(DecisionRow::decisionId);
    }

    @GET
    @Produces("application/x-ndjson;qs=0.5")
    public StreamingOutput export(@Context UriInfo uri, @Context RoutingContext exchange) {
        NdjsonExport export = new NdjsonExport(records, read(uri, Integer.MAX_VALUE, Integer.MAX_VALUE));
        return exports.of(exchange, export);
    }

    private DecisionQuery read(UriInfo uri, int maxLimit, int defaultLimit) {
        return DecisionQuery.read(QueryParameters.of(uri), evaluations.kinds(), maxLimit, defaultLimit);
    }

    @GET
    @Path("/{id}")
    @Produces(RequestedFormat.MEDIA_TYPES)
    public Response record(@RestPath String id, @Context HttpHeaders headers, @Context RoutingContext exchange)
            throws IOException {
        return record(id, RequestedFormat.of(headers), exchange);
    }

    /** A record, or the recorded answer in another form. */
    public Response record(String id, RequestedFormat form, RoutingContext exchange) throws IOException {
        StoredRecord record = RequestedDecision.find(records, id);
        Object answer = form.isJson() ? text(record, exchange) : report(record, form);
        return Response.ok(answer, form.contentType()).build();
    }

    /** The recorded answer, told in another form. */
    private byte[] report(StoredRecord record, RequestedFormat form) {
        return record.isLarge() ? largeRecords.run(() -> reported(record, form)) : reported(record, form);
    }

    private byte[] reported(StoredRecord record, RequestedFormat form) {
        StoredRecord unchanged = record.requireUnchanged();
        return admission.run(MemoryNeed.ofRecord(unchanged.textBytes()), () -> {
            RecordedDecision decision = RecordedDecision.read(unchanged);
            String kind = Objects.requireNonNullElse(decision.head().text("kind"), "");
            return reports.write(form, kind, decision.answered(largeRecords));
        });
    }

    private Object text(StoredRecord record, RoutingContext exchange) throws IOException {
        if (record.isLarge()) {
            // Before the first byte: with it, the status is said.
            StoredRecord unchanged = largeRecords.run(record::requireUnchanged);
            return largeTexts.of(exchange, out -> RecordText.write(unchanged, out));
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        RecordText.write(record.requireUnchanged(), text);
        return text.toByteArray();
    }
}
