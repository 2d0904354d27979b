package dev.shipgate.policytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.CaseDifference;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The summary that is told of a case that fails, where it is one of many. */
class FailedCaseTest {

    private static final CaseDifference VERDICT = new CaseDifference("verdict", "pass", "block");

    @Test
    void differencesComeWithTheReasons() {
        assertThat(summary(List.of(VERDICT), List.of("find: latency: Too slow.")))
                .isEqualTo("verdict: expected pass, but was block. The answer says: find: latency: Too slow.");
    }

    @Test
    void ofARuleThatIsNotThereOnlyThatIsTold() {
        assertThat(summary(
                        List.of(
                                VERDICT,
                                CaseDifference.ofUnknownRule(
                                        "fires", "errors are withn budget", List.of("no release"))),
                        List.of("find: latency: Too slow.")))
                .isEqualTo("fires: expected \"errors are withn budget\", but was no rule of this name.");
        assertThat(summary(
                        List.of(CaseDifference.ofUnknownRule(
                                "fires", "errors are withn budget", List.of("errors are within budget"))),
                        List.of()))
                .isEqualTo("fires: expected \"errors are withn budget\", but was no rule of this name. "
                        + "Maybe \"errors are within budget\"?");
    }

    @Test
    void reasonsThatTheDifferencesShowAreNotToldAgain() {
        assertThat(summary(
                        List.of(new CaseDifference("/failures/0", "nothing", "{\"reason\":\"latency\"}")),
                        List.of("find: latency: Too slow.")))
                .isEqualTo("/failures/0: expected nothing, but was {\"reason\":\"latency\"}.");
    }

    @Test
    void ofManyTheFirstAreToldAndNoneAtLength() {
        String shown = "/checks/0: expected nothing, but was " + "x".repeat(263) + "...";

        assertThat(summary(
                        Collections.nCopies(5, new CaseDifference("/checks/0", "nothing", "x".repeat(1_000))),
                        List.of()))
                .isEqualTo(shown + "; " + shown + "; " + shown + "; and 2 more.");
    }

    private static String summary(List<CaseDifference> differences, List<String> reasons) {
        return FailedCase.summary(new Case("a.test.yaml", 1, "a", "load_gate", false, differences, reasons));
    }
}
