package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that never hold, as a stricter one holds for the same releases. */
class LimitsWithoutEffectTest {

    @Test
    void warnsOfALimitThatIsLooserThanThatOfAllReleases() {
        String all = Slips.rule(
                "all", "Release(service == \"a\")", "insert(new Budget(\"find\").p95Ms(250).errorRate(0.01));");
        String canary = "Release(service == \"a\", labels[\"track\"] == \"canary\")";
        assertThat(Slips.of(all
                        + Slips.rule("canary", canary, "insert(new Budget(\"find\").p95Ms(400).errorRate(0.001));")))
                .containsExactly(
                        "WARNING no-effect load-gate/a.drl:18 This limit of 400 for p95Ms of find never holds: "
                                + "the rule \"all\" gives 250 for these releases too, and of two limits the stricter holds. Maybe "
                                + "leave these releases out there?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service == "a"                        | insert(new Budget("find").p95Ms(200));
            service == "a"                        | insert(new Budget("find").p95Ms(250));
            service == "a"                        | insert(new Budget("rank").p95Ms(400));
            service == "b"                        | insert(new Budget("find").p95Ms(400));
            service in ("a", "b")                 | insert(new Budget("find").p95Ms(400));
            """)
    void takesLimitsThatMayHold(String release, String then) {
        assertThat(Slips.of(Slips.rule("all", "Release(service == \"a\")", "insert(new Budget(\"find\").p95Ms(250));")
                        + Slips.rule("own", "Release(" + release + ")", then)))
                .isEmpty();
        assertThat(Slips.of(Slips.rule(
                                "some",
                                "Release(service == \"a\")\n    RouteMetrics(route == \"find\")",
                                "insert(new Budget(\"find\").p95Ms(250));")
                        + Slips.rule("own", "Release(" + release + ")", then)))
                .isEmpty();
    }
}
