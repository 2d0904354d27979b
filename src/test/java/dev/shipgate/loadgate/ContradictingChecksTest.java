package dev.shipgate.loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.decision.Release;
import dev.shipgate.policy.Findings;
import dev.shipgate.policy.RuleRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check that one rule lets pass and another does not is no pass, and both are named. */
class ContradictingChecksTest {

    private static final Check PASS = Check.pass("find", Check.LATENCY, 640, 800, "policy");
    private static final Check FAIL = Check.fail("find", Check.LATENCY, 900, 800, "policy", "p95 latency in ms");

    @Test
    void aCheckThatPassesAndFailsIsAFailureThatNamesBothRules() {
        LoadGateAnswer answer = answer(new Findings().by("lenient", PASS).by("strict", FAIL));

        assertThat(answer.ship()).isFalse();
        assertThat(details(answer))
                .containsExactly("The rule \"lenient\" says that the check latency passes,"
                        + " and the rule \"strict\" says that it does not.");
    }

    @Test
    void allRulesOfBothSidesAreNamedOnce() {
        assertThat(details(answer(new Findings().by("b", PASS).by("a", PASS).by("c", FAIL, FAIL))))
                .containsExactly("The rules \"a\" and \"b\" say that the check latency passes,"
                        + " and the rule \"c\" says that it does not.");
    }

    @Test
    void aCheckThatIsExcusedAndFailsIsAContradictionToo() {
        Check excused = Check.excused("find", Check.COST, 2, 1, "policy", "It is worth it.");
        Check dear = Check.fail("find", Check.COST, 2, 1, "policy", "cost");

        assertThat(details(answer(new Findings().by("kind", excused).by("strict", dear))))
                .hasSize(1);
    }

    @Test
    void aFailureOfTheNameOfACheckThatPassedIsAContradictionToo() {
        assertThat(details(answer(new Findings()
                        .by("lenient", PASS)
                        .by("own", new Failure("find", "latency", "Too slow for us.")))))
                .containsExactly("The rule \"lenient\" says that the check latency passes,"
                        + " and the rule \"own\" says that it does not.");
    }

    @Test
    void aCheckThatPassesAndIsNotEvaluatedContradictsItself() {
        Check unknown = Check.notEvaluated("find", Check.LATENCY, null, null);

        LoadGateAnswer answer = answer(new Findings().by("lenient", PASS).by("own", unknown));

        assertThat(answer.ship()).isFalse();
        assertThat(details(answer)).hasSize(1);
    }

    @Test
    void otherRoutesOtherChecksAndOtherFailuresDoNotContradict() {
        Findings findings = new Findings()
                .by("lenient", PASS, PASS)
                .by("other route", Check.fail("list", Check.LATENCY, 900, 800, "policy", "p95"))
                .by("other check", Check.fail("find", "ttft_p95_ms", 500, 300, "policy", "ttft"))
                .by(
                        "other reason",
                        new Failure("find", "too_few_samples", "Few."),
                        new Failure(null, "latency", "All."));

        assertThat(details(answer(findings))).isEmpty();
    }

    private static List<String> details(LoadGateAnswer answer) {
        return answer.failures().stream()
                .filter(failure -> failure.reason().equals("contradicting_findings"))
                .map(LoadGateAnswer.FailureRow::detail)
                .toList();
    }

    private static LoadGateAnswer answer(Findings findings) {
        RouteMetrics route = new RouteMetrics("find", 640.0, 0.0, 0.0, 0.0, Map.of(), List.of());
        RuleRun run = findings.by(
                        "the rest",
                        Check.pass("find", Check.ERRORS, 0, 0.01, "policy"),
                        Check.pass("find", Check.COST, 0, 1, "policy"))
                .run();
        return GateAnswers.of(
                new LoadGateRequest(new Release(null, null, null, Map.of()), null, List.of(route), List.of()), run);
    }
}
