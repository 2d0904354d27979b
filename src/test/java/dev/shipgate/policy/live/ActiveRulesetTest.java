package dev.shipgate.policy.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.live.RulesetAttempt.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The state that is told of the newest edit while it is tried, and when it is gone. */
class ActiveRulesetTest {

    private static final RulesetAttempt REFUSED =
            new RulesetAttempt("sha256:1", Instant.EPOCH, AttemptOutcome.REFUSED, List.of());

    private final ActiveRuleset active = new ActiveRuleset(new TestRules.Limits(1, Duration.ofSeconds(1)));

    @Test
    void anEditIsPendingWhileItIsTried() {
        active.note(REFUSED);
        active.begin("sha256:2");

        RulesetAttempt attempted = active.state().attempted().orElseThrow();
        assertThat(attempted.version()).isEqualTo("sha256:2");
        assertThat(attempted.outcome()).isEqualTo(AttemptOutcome.PENDING);
    }

    @Test
    void whatIsTakenBackBeforeItTookEffectLeavesWhatWasTriedBefore() {
        active.note(REFUSED);
        active.begin("sha256:2");
        active.begin("sha256:3");
        active.withdraw();

        assertThat(active.state().attempted()).contains(REFUSED);
    }

    @Test
    void whatHasTakenEffectIsNotTakenBack() {
        active.begin("sha256:1");
        active.note(REFUSED);
        active.withdraw();

        assertThat(active.state().attempted()).contains(REFUSED);
        assertThat(active.state().active()).isEqualTo(Optional.empty());
    }
}
