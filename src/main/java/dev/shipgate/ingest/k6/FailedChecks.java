package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.measure.ResultSink;

/**
 * Checks of the test's own that failed. To k6 a request of which one failed is no failed request, so that a test whose
 * answers are all wrong may have no error: people are told.
 */
final class FailedChecks {

    static final String METRIC = "checks";

    private static final MetricKey OF_ALL = MetricKey.parse(METRIC);

    private long passed;
    private long failed;

    /** One of them. */
    void add(PointLine.Point check) {
        add(check.value() == 0 ? 0 : 1, check.value() == 0 ? 1 : 0);
    }

    /** Those of a summary, if it has any. */
    static FailedChecks of(SummaryDocument summary) {
        FailedChecks checks = new FailedChecks();
        summary.find(OF_ALL).ifPresent(rate -> {
            Long passes = rate.count("passes");
            Long fails = rate.count("fails");
            checks.add(passes == null ? 0 : passes, fails == null ? 0 : fails);
        });
        return checks;
    }

    private void add(long passes, long fails) {
        passed += passes;
        failed += fails;
    }

    /**
     * Says how many failed, if they are more than the failed requests: most checks are about the status, and those are
     * counted there.
     */
    void report(ResultSink sink, long failedRequests) {
        if (failed > failedRequests) {
            sink.note("k6 counts " + failed + " of " + (passed + failed) + " checks as failed, but only "
                    + failedRequests + " requests. Failed checks alone hold nothing back.");
        }
    }
}
