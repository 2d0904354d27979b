package dev.shipgate.audit.search;

import dev.shipgate.audit.store.RecordReader;
import dev.shipgate.audit.store.RecordText;
import dev.shipgate.audit.store.StoredRecord;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.http.QueryParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/decisions} and {@code GET /v1/decisions/{id}}. */
@Path("/v1/decisions")
public class DecisionsResource {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final RecordReader records;
    private final Evaluations evaluations;

    DecisionsResource(RecordReader records, Evaluations evaluations) {
        this.records = records;
        this.evaluations = evaluations;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DecisionList list(@Context UriInfo uri) {
        DecisionQuery query = read(uri, MAX_LIMIT, DEFAULT_LIMIT);
        return DecisionList.of(records.rows(query.filter(), query.limit() + 1), query.limit());
    }

    @GET
    @Produces("application/x-ndjson;qs=0.5")
    public StreamingOutput export(@Context UriInfo uri) {
        return new NdjsonExport(records, read(uri, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private DecisionQuery read(UriInfo uri, int maxLimit, int defaultLimit) {
        return DecisionQuery.read(QueryParameters.of(uri), evaluations.kinds(), maxLimit, defaultLimit);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public StreamingOutput record(@RestPath String id) {
        StoredRecord record = RequestedDecision.find(records, id);
        return out -> RecordText.write(record, out);
    }
}
