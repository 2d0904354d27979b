package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.SummaryMetric;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import org.jspecify.annotations.Nullable;

/** The figures of a route in a summary: of a trend of durations, and of a rate that is true for failed requests. */
final class RouteFigures {

    /** How far a rate may be from its own counts before they contradict each other. */
    private static final double RATE_TOLERANCE = 0.005;

    private final TrendPercentile p95;
    private final Notes notes;

    RouteFigures(TrendPercentile p95, Notes notes) {
        this.p95 = p95;
        this.notes = notes;
    }

    /**
     * The figures.
     *
     * @param failures null for none
     * @param counted how many requests a counter says there were; null for none
     */
    Summary of(SummaryMetric trend, @Nullable SummaryMetric failures, @Nullable Long counted) {
        @Nullable Long judged = failures == null ? null : judged(failures);
        @Nullable Long samples = samples(trend, counted, judged);
        if (samples == null ? trend.isOfNothing() : samples == 0) {
            notes.add("There were no requests for ", trend.key().toString(), ", so nothing is known of them.");
            return new Summary(P95.UNKNOWN, null, samples);
        }
        if (judged != null && samples != null && judged < samples) {
            notes.add(
                    "k6 judged only " + judged + " of " + samples + " requests of ",
                    trend.key().toString(),
                    ", as the test told it with setResponseCallback. The error rate is of those.");
        }
        @Nullable
        Long failed = failures != null && judged != null && judged.equals(samples) ? failures.count("passes") : null;
        return new Summary(p95(trend), errorRate(failures, judged), samples, failed);
    }

    private static @Nullable Long samples(SummaryMetric trend, @Nullable Long counted, @Nullable Long judged) {
        if (counted != null) {
            return counted;
        }
        Long values = trend.count("count");
        return values == null ? judged : values;
    }

    /** How many requests k6 found failed or not; null when it does not say. */
    static @Nullable Long judged(SummaryMetric failures) {
        Long failed = failures.count("passes");
        Long passed = failures.count("fails");
        return failed == null || passed == null ? null : Long.valueOf(failed + passed);
    }

    /** The metric is true for a request that failed, so its "passes" are the failed requests. */
    private static @Nullable Double errorRate(@Nullable SummaryMetric failures, @Nullable Long judged) {
        if (failures == null || judged == null || judged == 0) {
            return null;
        }
        Long failed = failures.count("passes");
        double errorRate = failed == null ? Double.NaN : (double) failed / judged;
        Double stated = failures.number("rate");
        if (stated != null && !(Math.abs(stated - errorRate) <= RATE_TOLERANCE)) {
            throw new UnreadableResultException(
                    failures.key() + ": The rate (" + Numbers.forPeople(stated) + ") is not passes / (passes + fails) ("
                            + Numbers.forPeople(errorRate) + "), where passes are the failed requests.");
        }
        return errorRate;
    }

    private P95 p95(SummaryMetric trend) {
        if (Long.valueOf(0).equals(trend.count("count"))) {
            notes.add("There are no durations in ", trend.key().toString(), ", so no percentile is known.");
            return P95.UNKNOWN;
        }
        TrendPercentile.requireRising(trend);
        Double value = p95.of(trend);
        if (value != null) {
            return P95.of(value);
        }
        notes.add(
                "There is no " + p95.name() + " in ",
                trend.key().toString(),
                ", only " + String.join(", ", trend.fields()) + ". Add " + p95.name() + " to summaryTrendStats.");
        return TrendPercentile.around(trend);
    }
}
