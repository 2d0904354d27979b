package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import java.util.Collection;

/** A test whose requests are told apart by the plugin metrics-by-endpoint. */
record Endpoints(Report report, Failures failures, Collection<Endpoint> endpoints) {

    void tell(Mapping mapping, ResultSink sink) {
        long beside =
                failures.beside(endpoints.stream().mapToLong(Endpoint::errors).sum());
        if (beside > 0) {
            sink.note(beside + " failures are of no certain endpoint, as Artillery does not say of which. They count "
                    + "against each.");
        }
        Totals.requireEndpoints(failures, endpoints);
        noteOtherRequests(sink);
        OwnMetrics metrics = new OwnMetrics(report, sink);
        for (Endpoint endpoint : endpoints) {
            sink.summary(endpoint.name(), summary(endpoint, beside));
            sink.contradictingStatus(endpoint.name(), 0, Math.min(endpoint.requests(), failures.unexplained()));
            if (mapping.routeOf(endpoint.name()).isPresent()) {
                metrics.tell(mapping, endpoint.name());
            }
        }
    }

    private static Summary summary(Endpoint endpoint, long beside) {
        long failed = endpoint.badStatus() + endpoint.errors() + beside;
        return Summary.ofCounts(endpoint.p95Ms(), endpoint.requests(), Math.min(endpoint.requests(), failed));
    }

    private void noteOtherRequests(ResultSink sink) {
        long requests = report.requests();
        long others =
                requests - endpoints.stream().mapToLong(Endpoint::requests).sum();
        if (others > 0) {
            sink.note(others + " of " + requests + " requests are of no endpoint: redirects that were followed, "
                    + "requests without a name, or ones that did not end.");
        }
    }
}
