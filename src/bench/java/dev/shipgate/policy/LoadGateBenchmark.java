package dev.shipgate.policy;

import dev.shipgate.bench.PlainLoadGate;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.Release;
import dev.shipgate.loadgate.Budget;
import dev.shipgate.loadgate.CallerBudget;
import dev.shipgate.loadgate.Check;
import dev.shipgate.loadgate.Failure;
import dev.shipgate.loadgate.RouteMetrics;
import dev.shipgate.loadgate.Warning;
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

/** A load gate whose budgets the caller brings; every fifth route is slow, every fifth costs more and is better. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadGateBenchmark {

    @Param({"3", "20", "1000"})
    public int routes;

    private final List<Object> facts = new ArrayList<>();
    private final List<RouteMetrics> metrics = new ArrayList<>();
    private final List<CallerBudget> budgets = new ArrayList<>();
    private ShippedRules rules;
    private ShippedRules rulesWithoutChecks;

    @Setup
    public void prepare() throws Exception {
        rules = ShippedRules.of("load-gate");
        rulesWithoutChecks = ShippedRules.withoutChecks("load-gate");
        for (int i = 0; i < routes; i++) {
            String route = "route_" + i;
            double p95Ms = i % 5 == 1 ? 900 : 640;
            double cost = i % 5 == 2 ? 0.06 : 0.04;
            metrics.add(new RouteMetrics(route, p95Ms, 0.004, cost, 0.03, Map.of(), List.of()));
            Budget budget = new Budget(
                    route,
                    Limit.ofCaller(800.0),
                    Limit.ofCaller(0.01),
                    Limit.ofCaller(0.05),
                    Limit.ofCaller(0.02));
            budgets.add(new CallerBudget(route, budget));
        }
        facts.add(new Release("payments", "production", "1", Map.of()));
        facts.addAll(metrics);
        facts.addAll(budgets);
        rules.requireSameFindings(facts, plainJava(), Check.class, Failure.class, Warning.class);
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
        return PlainLoadGate.findings(metrics, budgets);
    }
}
