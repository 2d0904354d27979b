package dev.shipgate.policy.confinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.FolderCompiler;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import dev.shipgate.testing.BesideOthers;
import dev.shipgate.testing.Lengthy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rulesets that try to get out, or to harm the service. The first lines of each describe its attack and the
 * expected result: it is refused, for the reason given, before any of its code runs, or it is stopped while
 * it runs.
 */
@BesideOthers
@Lengthy
class EscapesTest {

    private static final String REFUSED = "refused ";
    private static final String STOPPED = "stopped ";

    /**
     * Each limit but the one that must stop the ruleset leaves enough room, so that a slow machine stops it for the
     * same reason as a fast one.
     */
    private static Limits limitsFor(SuiteFile file) {
        return file.header("Expect").equals(STOPPED + "time_limit")
                ? new Limits(1_000, Duration.ofMillis(300), Limits.mebibytes(1024))
                : new Limits(1_000, Duration.ofSeconds(30));
    }

    private static final Canary CANARY = new Canary();

    static Stream<SuiteFile> refused() {
        return expecting(REFUSED);
    }

    static Stream<SuiteFile> stopped() {
        return expecting(STOPPED);
    }

    private static Stream<SuiteFile> expecting(String what) {
        return SuiteFile.all("escapes").stream()
                .filter(file -> file.header("Expect").startsWith(what));
    }

    @AfterEach
    void noneOfItsCodeHasRun() {
        CANARY.requireAlive();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefused(SuiteFile file) {
        RulesetRefusedException refusal = catchThrowableOfType(
                RulesetRefusedException.class, () -> FolderCompiler.compile(List.of(file.asRuleFile())));

        assertThat(refusal).as(file.header("Attack")).isNotNull();
        assertThat(refusal.diagnostics())
                .extracting(diagnostic -> diagnostic.code() + ": " + diagnostic)
                .anyMatch(told -> told.contains(file.header("Expect").substring(REFUSED.length())));
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void isStopped(SuiteFile file) {
        try (TestRules rules = TestRules.of(file.text(), limitsFor(file))) {
            PolicyEvaluationException failure =
                    catchThrowableOfType(PolicyEvaluationException.class, () -> rules.evaluate(SuiteFacts.hostile()));

            assertThat(failure).as(file.header("Attack")).isNotNull();
            assertThat(STOPPED + failure.reason().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(file.header("Expect"));
        }
    }

    @Test
    void theSuiteIsThere() {
        assertThat(refused().count()).isGreaterThanOrEqualTo(200);
        assertThat(stopped().count()).isGreaterThanOrEqualTo(50);
    }
}
