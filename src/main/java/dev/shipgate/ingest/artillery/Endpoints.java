package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import java.util.Collection;

/** A test whose requests are told apart by the plugin metrics-by-endpoint. */
record Endpoints(ArtilleryReport report, Failures failures, Collection<Endpoint> endpoints) {

    void report(Mapping mapping, ResultSink sink) {
        long beside =
                failures.beside(endpoints.stream().mapToLong(Endpoint::errors).sum());
        if (beside > 0) {
            sink.note(beside + " failures are of no certain endpoint, as Artillery does not say of which. They count "
                    + "against each.");
        }
        Totals.requireEndpoints(failures, endpoints);
        leaveOutOthers(sink, beside);
        OwnMetrics metrics = new OwnMetrics(report, sink);
        for (Endpoint endpoint : endpoints) {
            sink.summary(endpoint.name(), summary(endpoint, beside));
            sink.contradictingStatus(endpoint.name(), 0, Math.min(endpoint.requests(), failures.unexplained()));
            if (mapping.routeOf(endpoint.name()).isPresent()) {
                metrics.report(mapping, endpoint.name());
            }
        }
    }

    private static Summary summary(Endpoint endpoint, long beside) {
        long failed = endpoint.badStatus() + endpoint.errors() + beside;
        return Summary.ofCounts(endpoint.p95Ms(), endpoint.requests(), Math.min(endpoint.requests(), failed));
    }

    /**
     * Redirects that were followed, requests without a name, and ones that did not end. The failures of no certain
     * endpoint may be theirs, so that they cannot be said not to have failed beside such.
     */
    private void leaveOutOthers(ResultSink sink, long beside) {
        long others = report.requests()
                - endpoints.stream().mapToLong(Endpoint::requests).sum();
        long badStatus = failures.badStatus()
                - endpoints.stream().mapToLong(Endpoint::badStatus).sum();
        if (others > 0) {
            sink.leftOut(
                    "as they are of no endpoint, such as redirects that were followed or requests without a name",
                    null,
                    others,
                    badStatus == 0 && beside > 0 ? null : Long.valueOf(Math.min(others, badStatus)));
        }
    }
}
