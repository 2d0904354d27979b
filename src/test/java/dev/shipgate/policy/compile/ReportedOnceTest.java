package dev.shipgate.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A diagnostic that only follows from one of the compiler is not told beside it. */
class ReportedOnceTest {

    private static final String FILE = "load-gate/own.drl";

    @Test
    void aNumberWithACommaIsNoOctalNumber() {
        Diagnostic octal = Diagnostic.error(FILE, 10, 1, "own", "octal", "Maybe 1?");
        Diagnostic elsewhere = Diagnostic.error(FILE, 12, 1, "own", "octal", "Maybe 7?");
        Diagnostic comma = Diagnostic.error(FILE, 10, 26, "own", "compile", "Maybe 0.01?");
        assertThat(ReportedOnce.of(List.of(comma), List.of(octal, elsewhere))).containsExactly(elsewhere, comma);
        assertThat(ReportedOnce.of(List.of(), List.of(octal))).containsExactly(octal);
    }

    @Test
    void aRuleThatCannotBeReadIsNotSaidToHaveNoEffect() {
        Diagnostic unread = Diagnostic.error(FILE, 12, 1, "own", "compile", "Maybe insert(...)?");
        Diagnostic ofIt = new Diagnostic(FILE, 7, 1, "own", Diagnostic.Severity.WARNING, "no-effect", "Nothing comes");
        Diagnostic ofAnother =
                new Diagnostic(FILE, 20, 1, "next", Diagnostic.Severity.WARNING, "no-effect", "Nothing comes");
        assertThat(ReportedOnce.of(List.of(unread), List.of(ofIt, ofAnother))).containsExactly(unread, ofAnother);
    }

    @Test
    void twoRulesOfOneNameAreToldOnce() {
        Diagnostic names = Diagnostic.error(FILE, 7, 1, "own", "same-name", "Maybe another name?");
        Diagnostic duplicate = Diagnostic.error(FILE, 7, 1, "own", "compile", "Duplicate rule name: own");
        assertThat(ReportedOnce.of(List.of(duplicate), List.of(names))).containsExactly(names);
        assertThat(ReportedOnce.of(List.of(duplicate), List.of())).containsExactly(duplicate);
    }
}
