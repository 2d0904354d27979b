package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;

/** A test of one route. */
record WholeTest(Report report, Failures failures) {

    void tell(Mapping mapping, ResultSink sink) {
        long requests = report.requests();
        sink.summary(
                ResultSink.WHOLE_TEST, Summary.ofCounts(report.p95Ms(), requests, Math.min(requests, failures.all())));
        new OwnMetrics(report, sink).tell(mapping, ResultSink.WHOLE_TEST);
    }
}
