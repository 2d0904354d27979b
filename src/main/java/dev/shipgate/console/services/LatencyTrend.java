package dev.shipgate.console.services;

import dev.shipgate.audit.http.CheckedReleases.Checked;
import dev.shipgate.audit.http.CheckedReleases.RouteCheck;
import dev.shipgate.console.VerdictWords;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The latency of each route over the last releases.
 *
 * @param releases newest first
 * @param routes in the order of the newest release that has them
 * @param moreRoutes how many routes are not shown
 */
record LatencyTrend(List<TrendRelease> releases, List<TrendRoute> routes, int moreRoutes) {

    private static final String LATENCY = "latency";
    private static final int MAX_ROUTES = 50;

    /** A release, as the head of a column. */
    record TrendRelease(String version, Instant at, VerdictWords verdict, URI page) {}

    /**
     * A route.
     *
     * @param points by release; one that is empty did not have the route
     */
    record TrendRoute(String route, List<Optional<ReleasePoint>> points) {}

    static LatencyTrend of(List<Checked> newestFirst) {
        Set<String> routes = new LinkedHashSet<>();
        newestFirst.forEach(release ->
                release.checks().stream().filter(LatencyTrend::isLatency).forEach(check -> routes.add(check.route())));
        List<TrendRoute> shown = new ArrayList<>();
        routes.stream()
                .limit(MAX_ROUTES)
                .forEach(route -> shown.add(new TrendRoute(
                        route,
                        newestFirst.stream()
                                .map(release -> point(release, route))
                                .toList())));
        return new LatencyTrend(
                newestFirst.stream().map(LatencyTrend::release).toList(), shown, routes.size() - shown.size());
    }

    private static boolean isLatency(RouteCheck check) {
        return check.check().equals(LATENCY);
    }

    private static TrendRelease release(Checked release) {
        return new TrendRelease(
                version(release),
                release.at(),
                VerdictWords.of(release.verdict(), release.waived() ? 1 : 0),
                ServiceLinks.decision(release.decisionId()));
    }

    private static String version(Checked release) {
        return Objects.requireNonNullElse(release.version(), "");
    }

    private static Optional<ReleasePoint> point(Checked release, String route) {
        return release.checks().stream()
                .filter(check -> isLatency(check) && check.route().equals(route))
                .findFirst()
                .map(check -> new ReleasePoint(
                        version(release),
                        release.at(),
                        check.observed(),
                        check.limit(),
                        release.verdict(),
                        release.waived(),
                        check.outcome()));
    }
}
