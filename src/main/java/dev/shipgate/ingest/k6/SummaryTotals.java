package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.SummaryDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a summary, held against its whole test. Routes are told apart by one tag, so that no request is of two
 * of them.
 */
final class SummaryTotals {

    /** Requests that k6 judged, and those of them that failed. */
    private record Judged(long requests, long failed) {}

    /**
     * Requests of the test that are of no route.
     *
     * @param failed null when the summary does not say it of all routes and of the test
     */
    record Rest(long requests, @Nullable Long failed) {}

    private final SummaryDocument summary;

    SummaryTotals(SummaryDocument summary) {
        this.summary = summary;
    }

    /**
     * The requests that are of none of these routes.
     *
     * @return empty when the summary does not say how many there were, of the test or of a route
     * @throws UnreadableResultException with both numbers, where the routes contradict the whole
     */
    Optional<Rest> rest(Collection<MetricKey> routes) {
        requireNoMoreJudgedThanSent(K6.DURATION_OF_ALL);
        routes.forEach(this::requireNoMoreJudgedThanSent);
        requireDurationOfEach(K6.DURATION_OF_ALL);
        routes.forEach(this::requireDurationOfEach);
        Long failed = failedOfOthers(routes);
        Optional<Long> ofTest = requests(K6.DURATION_OF_ALL);
        List<Long> ofRoutes =
                routes.stream().map(this::requests).flatMap(Optional::stream).toList();
        if (ofTest.isEmpty() || ofRoutes.size() < routes.size()) {
            return Optional.empty();
        }
        long sum = ofRoutes.stream().mapToLong(Long::longValue).sum();
        if (sum > ofTest.get() || (failed != null && failed > ofTest.get() - sum)) {
            throw new UnreadableResultException("The test has " + ofTest.get() + " requests, but its routes have " + sum
                    + (failed == null ? "." : ", and " + failed + " others failed."));
        }
        return Optional.of(new Rest(ofTest.get() - sum, failed));
    }

    /** How many requests of no route failed; null when the summary does not say it. */
    private @Nullable Long failedOfOthers(Collection<MetricKey> routes) {
        Optional<Judged> whole = judged(K6.DURATION_OF_ALL);
        if (whole.isEmpty()) {
            return null;
        }
        List<Judged> parts =
                routes.stream().map(this::judged).flatMap(Optional::stream).toList();
        long requests = parts.stream().mapToLong(Judged::requests).sum();
        long failed = parts.stream().mapToLong(Judged::failed).sum();
        long otherRequests = whole.get().requests() - requests;
        long otherFailed = whole.get().failed() - failed;
        if (otherRequests < 0 || otherFailed < 0 || otherFailed > otherRequests) {
            throw new UnreadableResultException(K6.FAILED + " of the test has "
                    + whole.get().failed() + " failed of " + whole.get().requests()
                    + " requests, but its sub-metrics have " + failed + " of " + requests + ".");
        }
        return parts.size() < routes.size() ? null : Long.valueOf(otherFailed);
    }

    private void requireNoMoreJudgedThanSent(MetricKey route) {
        Optional<Long> sent = count(route.of(K6.REQUESTS));
        Optional<Judged> judged = judged(route);
        if (sent.isPresent() && judged.isPresent() && judged.get().requests() > sent.get()) {
            throw new UnreadableResultException(route.of(K6.REQUESTS) + " has " + sent.get() + " requests, but "
                    + route.of(K6.FAILED) + " has " + judged.get().requests() + ".");
        }
    }

    /** k6 measures each request that it counts, and writes zeros for a trend of no values. */
    private void requireDurationOfEach(MetricKey route) {
        Optional<Long> sent = count(route.of(K6.REQUESTS));
        Optional<Long> durations = count(route);
        if (sent.isPresent() && durations.isPresent() && !sent.equals(durations)) {
            throw new UnreadableResultException(route.of(K6.REQUESTS) + " has " + sent.get() + " requests, but " + route
                    + " has " + durations.get() + " durations.");
        }
    }

    /** How many there were, by the first of the metrics that says it. */
    private Optional<Long> requests(MetricKey route) {
        return count(route.of(K6.REQUESTS))
                .or(() -> count(route))
                .or(() -> judged(route).map(Judged::requests));
    }

    private Optional<Long> count(MetricKey metric) {
        return summary.find(metric).map(found -> found.count("count"));
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
