package dev.shipgate.policy;

import dev.shipgate.bench.PlainCapacity;
import dev.shipgate.capacity.Break;
import dev.shipgate.capacity.CallerCapacityBudget;
import dev.shipgate.capacity.CallerSustainedSteps;
import dev.shipgate.capacity.CapacityBudget;
import dev.shipgate.capacity.CapacityOutcome;
import dev.shipgate.capacity.FailingStep;
import dev.shipgate.capacity.PassingStep;
import dev.shipgate.capacity.Step;
import dev.shipgate.capacity.StepLimits;
import dev.shipgate.capacity.StepViolation;
import dev.shipgate.capacity.SupportedStep;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.Release;
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

/** A step-load test with an isolated violation every ten steps, which breaks in its last tenth. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CapacityBenchmark {

    private static final int SUSTAINED_STEPS = 3;

    @Param({"100", "10000"})
    public int steps;

    private final List<Object> facts = new ArrayList<>();
    private final List<Step> test = new ArrayList<>();
    private ShippedRules rules;
    private ShippedRules rulesWithoutChecks;

    @Setup
    public void prepare() throws Exception {
        rules = ShippedRules.of("capacity");
        rulesWithoutChecks = ShippedRules.withoutChecks("capacity");
        for (int number = 1; number <= steps; number++) {
            boolean fails = number % 10 == 0 || number > steps * 9 / 10;
            test.add(new Step(number, number, fails ? 900.0 : 420.0, 0.001, Map.of(), List.of()));
        }
        facts.add(new Release("payments", "production", "1", Map.of()));
        facts.add(new CallerCapacityBudget(new CapacityBudget(Limit.ofCaller(800.0), Limit.ofCaller(0.01))));
        facts.add(new CallerSustainedSteps(SUSTAINED_STEPS));
        facts.addAll(test);
        rules.requireSameFindings(
                facts,
                plainJava(),
                StepLimits.class,
                PassingStep.class,
                FailingStep.class,
                StepViolation.class,
                Break.class,
                SupportedStep.class,
                CapacityOutcome.class);
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
        return PlainCapacity.findings(test, 800.0, 0.01, SUSTAINED_STEPS);
    }
}
