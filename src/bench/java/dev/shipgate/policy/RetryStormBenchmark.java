package dev.shipgate.policy;

import dev.shipgate.bench.PlainRetryStorms;
import dev.shipgate.decision.Release;
import dev.shipgate.retrystorm.Amplifier;
import dev.shipgate.retrystorm.CallerBaseline;
import dev.shipgate.retrystorm.CallerThresholds;
import dev.shipgate.retrystorm.CalmPoint;
import dev.shipgate.retrystorm.StormAlert;
import dev.shipgate.retrystorm.TrafficPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Minutes of traffic with a known baseline; one in a hundred is a storm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class RetryStormBenchmark {

    @Param({"1000", "100000"})
    public int points;

    private final List<Object> facts = new ArrayList<>();
    private final List<TrafficPoint> traffic = new ArrayList<>();
    private final CallerThresholds thresholds = new CallerThresholds(null, null);
    private final CallerBaseline baseline = new CallerBaseline(1.04, 0.01);
    private ShippedRules rules;
    private ShippedRules rulesWithoutChecks;

    @Setup
    public void prepare() throws Exception {
        rules = ShippedRules.of("retry-storm");
        rulesWithoutChecks = ShippedRules.withoutChecks("retry-storm");
        for (long minute = 0; minute < points; minute++) {
            traffic.add(minute % 100 == 99 ? point(minute, 110, 264, 0.2) : point(minute, 102, 106, 0.01));
        }
        facts.add(new Release("payments", "production", "1", Map.of()));
        facts.add(thresholds);
        facts.add(baseline);
        facts.addAll(traffic);
        rules.requireSameFindings(facts, plainJava(), StormAlert.class, CalmPoint.class, Amplifier.class);
    }

    private static TrafficPoint point(long minute, long clientAttempts, long serviceAttempts, double errorRate) {
        return new TrafficPoint(
                minute,
                100L,
                clientAttempts,
                serviceAttempts,
                errorRate,
                serviceAttempts / 100.0,
                clientAttempts / 100.0,
                serviceAttempts / (double) clientAttempts,
                Map.of(),
                List.of());
    }

    @Benchmark
    public RuleRun rules() {
        return rules.evaluate(facts);
    }

    @Benchmark
    public RuleRun rulesWithoutChecks() {
        return rulesWithoutChecks.evaluate(facts);
    }

    @Benchmark
    public List<Object> plainJava() {
        return PlainRetryStorms.findings(traffic, thresholds, baseline);
    }
}
