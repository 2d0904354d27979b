package dev.shipgate.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Vocabulary;
import dev.shipgate.policy.lint.SlipChecks.Named;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that fail themselves. */
class SlipChecksTest {

    private static final SlipCheck FAILS = (folder, all) -> {
        throw new IllegalStateException("no such node");
    };
    private static final SlipCheck FAILS_LATE = (folder, all) -> Stream.of(1).map(one -> {
        throw new IllegalStateException("no such node");
    });
    private static final SlipCheck GOES_TOO_DEEP = (folder, all) -> {
        throw new StackOverflowError();
    };
    private static final SlipCheck FINDS =
            (folder, all) -> Stream.of(new Spot("load-gate/a.drl", 3, 1, "r").refusal("found", "It is wrong."));

    private static final LintedRuleset RULES =
            LintedRuleset.of(List.of(LintedFolder.of("load-gate", Vocabulary.giving(), List.of())));

    @Test
    void refusesARulesetOfWhichItIsNotKnownWhetherItIsRight() {
        assertThat(found(new Named("octal numbers", true, FAILS)))
                .containsExactly(
                        "ERROR not-checked load-gate: The rules could not be looked through for octal numbers. The log says "
                                + "why.");
        assertThat(found(new Named("octal numbers", true, FAILS_LATE))).hasSize(1);
    }

    @Test
    void warnsWhereOnlyAWarningMayBeMissing() {
        assertThat(found(new Named("odd texts", false, FAILS)))
                .containsExactly(
                        "WARNING not-checked load-gate: The rules could not be looked through for odd texts. The log says why.");
    }

    @Test
    void hearsOfTheOtherChecksWhenOneFails() {
        assertThat(found(new Named("odd texts", false, FAILS), new Named("what is wrong", true, FINDS)))
                .containsExactly(
                        "WARNING not-checked load-gate: The rules could not be looked through for odd texts. The log "
                                + "says why.",
                        "ERROR found load-gate/a.drl:3:1: It is wrong. [in rule \"r\"]");
    }

    @Test
    void refusesWhatIsLongerThanCanBeRead() {
        assertThat(found(new Named("odd texts", false, GOES_TOO_DEEP)))
                .containsExactly("ERROR too-much load-gate: A condition or a consequence is longer than can be read. "
                        + "Maybe several rules?");
    }

    private static List<String> found(Named... checks) {
        return SlipChecks.findings(List.of(checks), RULES).stream()
                .map(SlipChecksTest::words)
                .toList();
    }

    private static String words(Diagnostic found) {
        return found.severity() + " " + found.code() + " " + found;
    }
}
