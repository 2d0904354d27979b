package dev.shipgate.ingest.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.decision.Evaluations;
import dev.shipgate.decision.http.EvaluationEndpoint;
import dev.shipgate.decision.http.RequestHead;
import dev.shipgate.http.CountedPath;
import dev.shipgate.http.NotFoundProblem;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.MemoryAdmission;
import dev.shipgate.http.limit.MemoryNeed;
import dev.shipgate.ingest.mapping.Mappings;
import dev.shipgate.ingest.read.Deadline;
import dev.shipgate.ingest.request.ImportInput;
import dev.shipgate.ingest.request.Importer;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The endpoint of all imports: it takes files, makes a request of them, and gives its answer. */
@ApplicationScoped
public class ImportEndpoint {

    private static final int LARGE_BYTES = 1 << 18;

    /** The largest body takes some seconds. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(15);

    /** Unpacking and looking up names can take long, and others want to be answered. */
    private final Bulkhead small = new Bulkhead(8, "Imports");

    private final Bulkhead large = new Bulkhead(2, "Imports of large files");

    private final EvaluationEndpoint endpoint;
    private final Importers importers;
    private final Evaluations evaluations;
    private final MemoryAdmission admission;
    private final ObjectMapper json;
    private final ActiveRuleset rulesets;
    private final RoutingContext exchange;

    /** @param exchange the one of the current request */
    ImportEndpoint(
            EvaluationEndpoint endpoint,
            Importers importers,
            Evaluations evaluations,
            MemoryAdmission admission,
            ObjectMapper json,
            ActiveRuleset rulesets,
            RoutingContext exchange) {
        this.endpoint = endpoint;
        this.importers = importers;
        this.evaluations = evaluations;
        this.admission = admission;
        this.json = json;
        this.rulesets = rulesets;
        this.exchange = exchange;
    }

    /**
     * Decides on files.
     *
     * @param path that of the evaluation
     * @param format null to recognise it
     * @throws HttpProblem 404 when there is no such format
     * @throws dev.shipgate.policy.NoActiveRulesetException when there are no rules to decide with
     */
    Response answer(String path, @Nullable String format, byte[] body, UriInfo uri) {
        CountedPath.set(exchange, "/v1/" + path + "/imports" + (format == null ? "" : "/{format}"));
        Importer importer = importers.atPath(path);
        Evaluation evaluation = evaluations.ofKind(importer.kind());
        if (format != null && !importer.formats().contains(format)) {
            throw NotFoundProblem.of("There is no format \"" + format + "\". The formats are "
                    + String.join(", ", importer.formats()) + ".");
        }
        QueryParameters parameters = QueryParameters.of(uri);
        ImportQuery query = ImportQuery.read(parameters, importer);
        RequestHead head =
                RequestHead.read(evaluation, parameters, exchange.request()).requireRight();
        // The rules that decide must be those whose mapping was read, also when others are published in between.
        try (RulesetLease rules = rulesets.lease()) {
            byte[] request = request(importer, format, body, query, new LeasedMappings(rules));
            return endpoint.answer(evaluation, request, head, rules);
        }
    }

    private byte[] request(
            Importer importer, @Nullable String format, byte[] body, ImportQuery query, Mappings mappings) {
        return admission.run(MemoryNeed.ofReading(body), () -> {
            ImportBody parts = ImportBody.of(contentType(), body, query.field());
            return (body.length <= LARGE_BYTES ? small : large)
                    .run(() -> request(importer, format, parts, query, mappings));
        });
    }

    private byte[] request(
            Importer importer, @Nullable String format, ImportBody parts, ImportQuery query, Mappings mappings) {
        try {
            ObjectNode request = new ImportInput(
                            parts.files(),
                            format,
                            parts.mapping(),
                            query.mapping(),
                            parts.quality(),
                            parts.request(),
                            query.route(),
                            query.by(),
                            query.steps())
                    .toRequest(importer, mappings, Deadline.in(MAX_DURATION));
            query.addTo(request);
            return json.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String contentType() {
        String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            // Only a request without a body may come without a type.
            throw InvalidBodyException.ofPart(
                    "file", "is missing. Send the result of a tool, as the body or as a part of a form.");
        }
        return type;
    }
}
