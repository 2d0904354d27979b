package dev.shipgate.console.trend;

import dev.shipgate.audit.http.CheckedReleases.Checked;
import dev.shipgate.audit.http.CheckedReleases.RouteCheck;
import dev.shipgate.console.chart.ReleaseTrend;
import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.picture.Chart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The latency of each route over the last releases, against its limit of each time: a small chart for each route, all
 * on one scale.
 *
 * @param charts those of the first routes
 * @param moreRoutes how many further routes there are
 */
public record LatencyTrends(List<Chart> charts, int moreRoutes) {

    private static final String LATENCY = "latency";

    /** More would be a page of their own. */
    private static final int MAX_ROUTES = 48;

    /** The trends of the routes of these releases, in the order of the newest release that has them. */
    public static LatencyTrends of(List<Checked> newestFirst) {
        Map<String, List<Release>> byRoute = new LinkedHashMap<>();
        for (Checked release : newestFirst) {
            for (RouteCheck check : release.checks()) {
                if (check.check().equals(LATENCY)) {
                    byRoute.computeIfAbsent(check.route(), first -> new ArrayList<>())
                            .add(point(release, check));
                }
            }
        }
        List<ReleaseTrend> trends = byRoute.entrySet().stream()
                .limit(MAX_ROUTES)
                .map(route -> new ReleaseTrend(route.getKey(), route.getValue()))
                .toList();
        return new LatencyTrends(ReleaseTrend.onOneScale(trends), Math.max(0, byRoute.size() - MAX_ROUTES));
    }

    private static Release point(Checked release, RouteCheck check) {
        return new Release(
                Objects.requireNonNullElse(release.version(), ""),
                release.at(),
                check.observed(),
                check.limit(),
                check.waiver().isEmpty() ? ReleaseVerdict.of(check.outcome()) : ReleaseVerdict.PASS,
                !check.waiver().isEmpty());
    }

    /** The signs that all of these charts use, to be explained once beside them. */
    public List<Chart.Key> keys() {
        return charts.stream()
                .flatMap(chart -> chart.keys().stream())
                .distinct()
                .toList();
    }
}
