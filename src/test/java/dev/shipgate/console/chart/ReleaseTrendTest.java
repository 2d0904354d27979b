package dev.shipgate.console.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.console.chart.ReleaseTrend.Release;
import dev.shipgate.console.chart.ReleaseTrend.ReleaseVerdict;
import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Chart.Line;
import dev.shipgate.console.chart.picture.Chart.Panel;
import dev.shipgate.console.chart.picture.Chart.Point;
import dev.shipgate.console.chart.picture.Chart.Text;
import dev.shipgate.console.chart.picture.Chart.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseTrendTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00.123Z");

    private final ReleaseTrend trend = new ReleaseTrend(
            "book_table",
            List.of(
                    release(0, 640.0, 800.0, ReleaseVerdict.PASS, false),
                    release(1, 900.0, 800.0, ReleaseVerdict.BLOCK, false),
                    release(2, null, 700.0, ReleaseVerdict.ERROR, false),
                    release(3, 720.0, 700.0, ReleaseVerdict.PASS, true),
                    release(4, 500.0, null, ReleaseVerdict.PASS, false)));

    @Test
    void drawsLimitsAsStepsAndBreaksTheLineWhereNothingWasMeasured() {
        Panel panel = chart(trend).panels().get(0);
        assertThat(panel.lines())
                .containsExactly(
                        new Line("limit", "M46 38.8H120.4V46.2H194.8"),
                        new Line("value", "M64.6 50.6L101.8 31.4M176.2 44.7L213.4 61"));
        assertThat(panel.ticks())
                .containsExactly(new Tick(98, 39, 102, "0"), new Tick(61, 39, 65, "500"), new Tick(24, 39, 28, "1000"));
    }

    @Test
    void eachResultHasAShapeOfItsOwn() {
        List<Point> points = chart(trend).panels().get(0).points();
        assertThat(points)
                .extracting(Point::kind, Point::x, Point::y, Point::says)
                .containsExactly(
                        tuple("pass", 64.6, 50.6, "v0 passes: p95 640 ms, limit 800 ms"),
                        tuple("block", 101.8, 31.4, "v1 fails: p95 900 ms, limit 800 ms"),
                        tuple("warn", 139.0, 17.0, "v2 was not evaluated: p95 not measured, limit 700 ms"),
                        tuple("waived", 176.2, 44.7, "v3 passes with a waiver: p95 720 ms, limit 700 ms"),
                        tuple("pass", 213.4, 61.0, "v4 passes: p95 500 ms"));
        assertThat(points.get(0).path()).isEqualTo("M64.6 50.6m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0");
        assertThat(points.get(1).path()).isEqualTo("M101.8 31.4m-4 -4l8 8m0 -8l-8 8");
        assertThat(points.get(2).path()).isEqualTo("M139 17m0 -4.5l4.5 8h-9z");
    }

    @Test
    void saysItInWordsToo() {
        Chart chart = chart(trend);
        assertThat(chart.title()).isEqualTo("p95 by release: book_table");
        assertThat(chart.description()).isEqualTo("The last of 5 releases has a p95 of 500 ms and no limit. 1 fails.");
        assertThat(chart.table().columns()).containsExactly("Release", "Time, UTC", "p95", "Limit", "Verdict");
        assertThat(chart.table().rows())
                .contains(
                        List.of("v1", "2026-11-01T11:00:00Z", "900 ms", "800 ms", "fails"),
                        List.of("v4", "2026-11-01T14:00:00Z", "500 ms", "none", "passes"));
    }

    @Test
    void namesTheFirstAndTheLastReleaseAndTheLastLimit() {
        ReleaseTrend two = new ReleaseTrend("r", trend.releases().subList(0, 2));
        assertThat(chart(two).texts())
                .containsExactly(
                        new Text("axis-label", "start", 2, 11, "ms"),
                        new Text("tick", "start", 46, 115, "v0"),
                        new Text("tick", "end", 232, 115, "v1"),
                        new Text("limit", "start", 236, 42.8, "800"));
    }

    @Test
    void shortensLongNamesInThePictureAlone() {
        String name = "a-very-long-name-of-a-release-".repeat(10);
        ReleaseTrend one =
                new ReleaseTrend(name, List.of(new Release(name, START, 5.0, null, ReleaseVerdict.PASS, false)));
        Chart chart = chart(one);
        assertThat(chart.texts()).contains(new Text("tick", "end", 232, 115, "a-very-long-n…"));
        assertThat(chart.title()).isEqualTo("p95 by release: " + name.substring(0, 61) + "…");
        assertThat(chart.table().caption()).isEqualTo(name);
        assertThat(chart.table().rows().get(0).get(0)).isEqualTo(name);
        assertThat(chart.description()).startsWith("The only release has a p95 of 5 ms");
    }

    @Test
    void hasTheLast30ReleasesInTheOrderOfTheirTime() {
        List<Release> releases = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(i -> release(i, 100.0, null, ReleaseVerdict.PASS, false))
                .toList());
        Collections.reverse(releases);
        ReleaseTrend many = new ReleaseTrend("r", releases);
        assertThat(many.releases()).hasSize(30);
        assertThat(many.releases().get(0).version()).isEqualTo("v10");
        assertThat(many.releases().get(29).version()).isEqualTo("v39");
    }

    @Test
    void trendsOnOneScaleCanBeCompared() {
        ReleaseTrend slow = new ReleaseTrend("slow", List.of(release(0, 4000.0, null, ReleaseVerdict.PASS, false)));
        ReleaseTrend empty = new ReleaseTrend("empty", List.of());
        List<Chart> charts = ReleaseTrend.onOneScale(List.of(trend, empty, slow));
        assertThat(charts).extracting(Chart::id).containsExactly("trend-1", "trend-2");
        assertThat(charts)
                .allSatisfy(chart -> assertThat(chart.panels().get(0).ticks())
                        .extracting(Tick::label)
                        .containsExactly("0", "2500", "5000"));
    }

    @Test
    void thereIsNoChartOfNothing() {
        assertThat(new ReleaseTrend("r", List.of()).chart()).isEmpty();
        assertThat(new ReleaseTrend("r", List.of(release(0, Double.NaN, -1.0, ReleaseVerdict.BLOCK, false))).chart())
                .isEmpty();
    }

    private static Chart chart(ReleaseTrend trend) {
        return trend.chart().orElseThrow();
    }

    private static Release release(
            int hour, @Nullable Double p95, @Nullable Double limit, ReleaseVerdict verdict, boolean waived) {
        return new Release("v" + hour, START.plusSeconds(3600L * hour), p95, limit, verdict, waived);
    }
}
