package dev.shipgate.policy.live;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.live.ActiveRuleset.Activation;
import dev.shipgate.policy.session.Ruleset;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of trying a text of the rules, before anybody notices. */
sealed interface PreparedRules {

    /** Lets go of it: it will not take effect. */
    default void discard() {}

    /**
     * It can decide.
     *
     * @param passedBefore whether its admission checks were left out, as it had passed them before
     * @param warnings the possible mistakes in it
     */
    record Compiled(Ruleset ruleset, Duration buildTime, boolean passedBefore, List<Diagnostic> warnings)
            implements PreparedRules {

        @Override
        public void discard() {
            ruleset.references().release();
        }
    }

    /** It is the text that decides already. */
    record Unchanged(Activation current) implements PreparedRules {}

    /**
     * It cannot decide.
     *
     * @param version of the text; null when it could not be read
     * @param refusal knows everything that is wrong with it
     */
    record Refused(@Nullable String version, RulesetRefusedException refusal) implements PreparedRules {

        Refused(@Nullable String version, Diagnostic reason) {
            this(version, new RulesetRefusedException(List.of(reason)));
        }
    }
}
