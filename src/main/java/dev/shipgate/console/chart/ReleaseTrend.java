package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The 95th percentile of one route over releases, beside its limit. Small, so that the charts of many routes stand side
 * by side.
 *
 * @param route the name, as a caller sent it
 * @param releases in the order of their time; of more than {@value #MOST} the last
 */
public record ReleaseTrend(String route, List<Release> releases) {

    /** In one chart. */
    public static final int MOST = 30;

    public ReleaseTrend {
        List<Release> inOrder =
                releases.stream().sorted(Comparator.comparing(Release::at)).toList();
        releases = inOrder.subList(Math.max(0, inOrder.size() - MOST), inOrder.size());
    }

    /**
     * A release that was judged.
     *
     * @param version the name, as a caller sent it
     * @param at the time of the decision
     * @param p95Ms milliseconds, 0 or more; null, or another number, when it was not measured
     * @param limitMs milliseconds, 0 or more; null, or another number, when there was none
     * @param waived whether a waiver covers its failure
     */
    public record Release(
            String version,
            Instant at,
            @Nullable Double p95Ms,
            @Nullable Double limitMs,
            ReleaseVerdict verdict,
            boolean waived) {

        public Release {
            p95Ms = Measured.notNegative(p95Ms);
            limitMs = Measured.notNegative(limitMs);
        }
    }

    /** The result of the route in a release. */
    public enum ReleaseVerdict {
        PASS("passes"),
        BLOCK("fails"),
        ERROR("was not evaluated");

        private final String words;

        ReleaseVerdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** The one of a check by its outcome: {@code pass} and {@code fail}; any other is no result. */
        public static ReleaseVerdict of(String outcome) {
            return outcome.equals("pass") ? PASS : outcome.equals("fail") ? BLOCK : ERROR;
        }
    }

    /** The chart on a scale of its own; empty when nothing was measured and nothing limited. */
    public Optional<Chart> chart() {
        return chart(highest());
    }

    /**
     * The chart on the scale of others.
     *
     * @param highest the highest value of all charts on this scale, in milliseconds
     */
    public Optional<Chart> chart(double highest) {
        boolean isEmpty = values().findAny().isEmpty();
        return isEmpty ? Optional.empty() : Optional.of(new TrendDrawing(this, Math.max(highest, highest())).chart());
    }

    /** The highest value or limit, in milliseconds; 0 without any. */
    public double highest() {
        return values().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /**
     * The charts of all trends that have one, on one scale. Their ids are {@code trend-1}, {@code trend-2} and so on.
     */
    public static List<Chart> onOneScale(List<ReleaseTrend> trends) {
        double highest =
                trends.stream().mapToDouble(ReleaseTrend::highest).max().orElse(0);
        List<Chart> charts = new ArrayList<>();
        for (ReleaseTrend trend : trends) {
            trend.chart(highest).ifPresent(chart -> charts.add(chart.withId("trend-" + (charts.size() + 1))));
        }
        return charts;
    }

    private Stream<Double> values() {
        return releases.stream()
                .flatMap(release -> Stream.of(Optional.ofNullable(release.p95Ms), Optional.ofNullable(release.limitMs)))
                .flatMap(Optional::stream);
    }
}
