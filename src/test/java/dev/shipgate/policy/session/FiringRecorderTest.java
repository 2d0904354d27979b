package dev.shipgate.policy.session;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.decision.Release;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.PolicyEvaluationException.Reason;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiringRecorderTest {

    private static final List<Integer> FACTS = IntStream.range(0, 5_000).boxed().toList();

    /** A rule that binds so many numbers of each fact. */
    private static TestRules binding(int numbers) {
        return TestRules.of(
                "package test\nrule \"binds\" when Integer("
                        + IntStream.range(0, numbers)
                                .mapToObj(i -> "$n" + i + " : doubleValue")
                                .collect(joining(", "))
                        + ") then end",
                new Limits(10_000, Duration.ofSeconds(20), Limits.mebibytes(4)));
    }

    @Test
    void whatAFiringKeepsOfEachValueTakesMemory() {
        try (TestRules few = binding(2);
                TestRules many = binding(40)) {
            assertThat(few.evaluate(FACTS).firings()).hasSize(5_000);
            assertThat(catchThrowableOfType(PolicyEvaluationException.class, () -> many.evaluate(FACTS))
                            .reason())
                    .isEqualTo(Reason.MEMORY_LIMIT);
        }
    }

    @Test
    void eachFiringHasTheValuesOfTheFactsThatItMatched() {
        String drl = """
                package test
                import dev.shipgate.decision.Release
                rule "joins" when Release($service : service) $n : Integer() then end
                """;
        try (TestRules rules = TestRules.of(drl, new Limits(10, Duration.ofSeconds(20), Limits.mebibytes(4)))) {
            assertThat(rules.evaluate(release("chat"), release("voice"), 1, 2).firings())
                    .extracting(Firing::facts)
                    .containsExactlyInAnyOrder(
                            Map.of("service", "chat", "n", 1),
                            Map.of("service", "chat", "n", 2),
                            Map.of("service", "voice", "n", 1),
                            Map.of("service", "voice", "n", 2));
        }
    }

    private static Release release(String service) {
        return new Release(service, "production", "1", Map.of());
    }
}
