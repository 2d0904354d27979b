package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.UnreadableResultException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a summary says of routes can be a part of what it says of the whole test. Routes are told apart by one tag, so
 * that no request is of two of them.
 */
final class SummaryTotals {

    /** Requests that k6 judged, and those of them that failed. */
    private record Judged(long requests, long failed) {}

    private final SummaryDocument summary;

    SummaryTotals(SummaryDocument summary) {
        this.summary = summary;
    }

    /** @throws UnreadableResultException with both numbers, where the routes contradict the whole */
    void require(Collection<MetricKey> routes) {
        routes.forEach(this::requireNoMoreJudgedThanSent);
        Optional<Judged> whole = judged(new MetricKey(K6.DURATION, Map.of()));
        long requests = 0;
        long failed = 0;
        for (MetricKey route : routes) {
            Judged part = judged(route).orElse(new Judged(0, 0));
            requests += part.requests();
            failed += part.failed();
        }
        if (whole.isEmpty()) {
            return;
        }
        long otherRequests = whole.get().requests() - requests;
        long otherFailed = whole.get().failed() - failed;
        if (otherRequests < 0 || otherFailed < 0 || otherFailed > otherRequests) {
            throw new UnreadableResultException(K6.FAILED + " of the test has "
                    + whole.get().failed() + " failed of " + whole.get().requests()
                    + " requests, but its sub-metrics have " + failed + " of " + requests + ".");
        }
    }

    private void requireNoMoreJudgedThanSent(MetricKey route) {
        Optional<Long> sent = summary.find(route.of(K6.REQUESTS)).map(counter -> counter.count("count"));
        Optional<Judged> judged = judged(route);
        if (sent.isPresent() && judged.isPresent() && judged.get().requests() > sent.get()) {
            throw new UnreadableResultException(route.of(K6.REQUESTS) + " has " + sent.get() + " requests, but "
                    + route.of(K6.FAILED) + " has " + judged.get().requests() + ".");
        }
    }

    private Optional<Judged> judged(MetricKey route) {
        return summary.find(route.of(K6.FAILED)).flatMap(rate -> {
            Long failed = rate.count("passes");
            Long passed = rate.count("fails");
            return failed == null || passed == null
                    ? Optional.empty()
                    : Optional.of(new Judged(failed + passed, failed));
        });
    }
}
