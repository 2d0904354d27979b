package dev.shipgate.ingest.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.http.EvaluationEndpoint;
import dev.shipgate.http.LargeBodies;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.ingest.ImportOptions;
import dev.shipgate.ingest.Imported;
import dev.shipgate.ingest.ImportedRequest;
import dev.shipgate.ingest.Importer;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Quality;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the imports of all evaluations do: files in, a request made of them, and its answer out. */
@ApplicationScoped
public class ImportEndpoint {

    private final EvaluationEndpoint endpoint;
    private final Evaluations evaluations;
    private final LargeBodies largeBodies;
    private final MappingsBesideRules mappings;
    private final RoutingContext exchange;

    /** @param exchange the one of the current request */
    ImportEndpoint(
            EvaluationEndpoint endpoint,
            Evaluations evaluations,
            LargeBodies largeBodies,
            MappingsBesideRules mappings,
            RoutingContext exchange) {
        this.endpoint = endpoint;
        this.evaluations = evaluations;
        this.largeBodies = largeBodies;
        this.mappings = mappings;
        this.exchange = exchange;
    }

    /**
     * Decides on files.
     *
     * @param format null to recognise it
     * @throws HttpProblem 404 when there is no such format
     */
    Response answer(Importer importer, @Nullable String format, byte[] body, UriInfo uri) {
        if (format != null && !importer.formats().contains(format)) {
            throw NotFoundProblem.of("There is no format \"" + format + "\". The formats are "
                    + String.join(", ", importer.formats()) + ".");
        }
        ImportQuery query = ImportQuery.read(QueryParameters.of(uri));
        ImportBody parts = ImportBody.of(contentType(), body, query.field());
        byte[] request = largeBodies.run(body.length, () -> request(importer, format, parts, query));
        return endpoint.answer(evaluations.ofKind(importer.kind()), request, null);
    }

    private byte[] request(Importer importer, @Nullable String named, ImportBody parts, ImportQuery query) {
        try {
            ObjectNode request = ImportedRequest.asked(parts.request(), List.of(importer.field(), Imported.SOURCE));
            query.addTo(request);
            String format = named == null ? importer.formatOf(parts.files().get(0)) : named;
            byte[] mapping = parts.mapping() == null ? mappings.text(query.mapping(), format) : parts.mapping();
            importer.read(parts.files(), format, options(mapping, parts.quality(), query))
                    .alsoFrom("mapping", mapping)
                    .alsoFrom("quality", parts.quality())
                    .addTo(request);
            return ImportedRequest.bytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportOptions options(byte @Nullable [] mapping, byte @Nullable [] quality, ImportQuery query) {
        return new ImportOptions(
                (mapping == null ? Mapping.NONE : Mapping.read(mapping)).with(query.route(), query.by()),
                quality == null ? Quality.NONE : Quality.read(quality),
                query.steps());
    }

    /** A body without a type has been refused before. */
    private String contentType() {
        return String.valueOf(exchange.request().getHeader(HttpHeaders.CONTENT_TYPE));
    }
}
