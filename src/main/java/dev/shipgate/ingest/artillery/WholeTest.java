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
        sink.contradictingStatus(ResultSink.WHOLE_TEST, 0, Math.min(requests, failures.unexplained()));
        new OwnMetrics(report, sink).tell(mapping, ResultSink.WHOLE_TEST);
    }
}
