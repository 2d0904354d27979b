package dev.shipgate.audit.search;

import dev.shipgate.audit.store.RecordReader;
import dev.shipgate.audit.store.RecordText;
import dev.shipgate.audit.store.StoredRecord;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.http.FewAtATime;
import dev.shipgate.http.QueryParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.RestPath;

/** {@code GET /v1/decisions} and {@code GET /v1/decisions/{id}}. */
@Path("/v1/decisions")
public class DecisionsResource {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    /** What is larger is written as the client takes it, which may be slowly, and holds a thread. */
    private static final int MAX_COMPRESSED_BYTES_AT_ONCE = 1 << 18;

    /** The store has more connections than these take: evaluations need some too. */
    private final FewAtATime lists = new FewAtATime(4, "Searches");

    private final FewAtATime exports = new FewAtATime(2, "Exports");

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
        return DecisionList.of(lists.run(() -> records.rows(query.filter(), query.limit() + 1)), query.limit());
    }

    @GET
    @Produces("application/x-ndjson;qs=0.5")
    public StreamingOutput export(@Context UriInfo uri) {
        NdjsonExport export = new NdjsonExport(records, read(uri, Integer.MAX_VALUE, Integer.MAX_VALUE));
        return out -> exports.run(() -> {
            export.write(out);
            return out;
        });
    }

    private DecisionQuery read(UriInfo uri, int maxLimit, int defaultLimit) {
        return DecisionQuery.read(QueryParameters.of(uri), evaluations.kinds(), maxLimit, defaultLimit);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Object record(@RestPath String id) throws IOException {
        StoredRecord record = RequestedDecision.find(records, id);
        if (record.content().length > MAX_COMPRESSED_BYTES_AT_ONCE) {
            return (StreamingOutput) out -> exports.run(() -> write(record, out));
        }
        return write(record, new ByteArrayOutputStream()).toByteArray();
    }

    private static <T extends OutputStream> T write(StoredRecord record, T out) throws IOException {
        RecordText.write(record, out);
        return out;
    }
}
