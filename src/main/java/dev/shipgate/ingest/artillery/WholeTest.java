package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;

/** A test of one route. */
record WholeTest(ArtilleryReport report, Failures failures) {

    void report(Mapping mapping, ResultSink sink) {
        long requests = report.requests();
        sink.summary(
                ResultSink.WHOLE_TEST, Summary.ofCounts(report.p95Ms(), requests, Math.min(requests, failures.all())));
        sink.contradictingStatus(ResultSink.WHOLE_TEST, 0, Math.min(requests, failures.unexplained()));
        new OwnMetrics(report, sink).report(mapping, ResultSink.WHOLE_TEST);
    }
}
