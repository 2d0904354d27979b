package dev.shipgate.console.chart;

import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Table;
import dev.shipgate.console.chart.picture.Label;
import dev.shipgate.console.chart.picture.Shape;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The words of a trend: its result in sentences, its legend, and its table. */
final class TrendWords {

    static final List<Chart.Key> KEYS = List.of(
            Shape.DOT.key("pass", "passes"),
            Shape.DIAMOND.key("waived", "passes with a waiver"),
            Shape.CROSS.key("block", "fails"),
            Shape.TRIANGLE.key("warn", "was not evaluated"),
            Shape.lineKey("limit", "limit"));

    private TrendWords() {}

    static String of(Release release) {
        return release.version() + " " + result(release) + ": p95 " + Label.millis(release.p95Ms())
                + (release.limitMs() == null ? "" : ", limit " + Label.millis(release.limitMs()));
    }

    private static String result(Release release) {
        return release.verdict().words() + (release.waived() ? " with a waiver" : "");
    }

    static String description(ReleaseTrend trend) {
        List<Release> releases = trend.releases();
        Release last = releases.get(releases.size() - 1);
        long failed = releases.stream()
                .filter(release -> release.verdict() == ReleaseVerdict.BLOCK)
                .count();
        String subject = releases.size() == 1 ? "The only release" : "The last of " + releases.size() + " releases";
        return subject + " has a p95 "
                + (last.p95Ms() == null ? "that was not measured" : "of " + Label.millis(last.p95Ms()))
                + (last.limitMs() == null ? " and no limit" : ", limit " + Label.millis(last.limitMs()))
                + ". " + (failed == 0 ? "None fails." : failed == 1 ? "1 fails." : failed + " fail.");
    }

    static Table table(ReleaseTrend trend) {
        List<List<String>> rows = trend.releases().stream().map(TrendWords::row).toList();
        return new Table(trend.route(), List.of("Release", "Time, UTC", "p95", "Limit", "Verdict"), rows, "");
    }

    private static List<String> row(Release release) {
        return List.of(
                release.version(),
                release.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                Label.millis(release.p95Ms()),
                release.limitMs() == null ? "none" : Label.millis(release.limitMs()),
                result(release));
    }
}
