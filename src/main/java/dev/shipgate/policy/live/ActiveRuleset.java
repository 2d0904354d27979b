package dev.shipgate.policy.live;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ruleset that decides now. Replacing it is atomic, and the one before is disposed of when its last
 * evaluation has ended. Thread-safe.
 */
@ApplicationScoped
@Unremovable
public class ActiveRuleset {

    /**
     * A ruleset that decides, and since when.
     *
     * @param ruleset the ruleset
     * @param activatedAt since when
     * @param activatedBy the caller who made it active
     * @param commit the commit that the rules folder stood at; null where it is no Git work tree
     * @param warnings the possible mistakes in it
     */
    public record Activation(
            Ruleset ruleset,
            Instant activatedAt,
            String activatedBy,
            @Nullable SourceCommit commit,
            List<Diagnostic> warnings) {}

    /**
     * The ruleset that decides and the edit that was tried last, of one moment.
     *
     * @param active the ruleset that decides; empty when there is none
     * @param attempted the newest edit, also when it was refused; empty until the rules have been read once
     */
    public record State(Optional<Activation> active, Optional<RulesetAttempt> attempted) {}

    private final EvaluationConfig limits;
    private volatile State state = new State(Optional.empty(), Optional.empty());

    /** The edit that was tried last and is not being tried any more. */
    private Optional<RulesetAttempt> settled = Optional.empty();

    ActiveRuleset(EvaluationConfig limits) {
        this.limits = limits;
    }

    /**
     * Takes the active ruleset into use for one decision.
     *
     * @throws NoActiveRulesetException when there is none
     */
    public RulesetLease lease() {
        while (true) {
            Activation current = state.active().orElseThrow(NoActiveRulesetException::new);
            // Fails only between a swap and the end of the last use of the old one: then there is a new one.
            if (current.ruleset().references().tryAcquire()) {
                return new RulesetLease(current.ruleset(), limits);
            }
            if (state.active().filter(current::equals).isPresent()) {
                throw new IllegalStateException("The active ruleset was disposed of");
            }
        }
    }

    /** The ruleset that decides now; empty when there is none. */
    public Optional<Ruleset> ruleset() {
        return state.active().map(Activation::ruleset);
    }

    public State state() {
        return state;
    }

    synchronized void activate(Activation next, RulesetAttempt attempt) {
        Optional<Activation> previous = state.active();
        state = new State(Optional.of(next), Optional.of(attempt));
        previous.ifPresent(replaced -> replaced.ruleset().references().release());
    }

    /** Notes that the rules which decide were made active again. */
    synchronized void confirm(Activation again, RulesetAttempt attempt) {
        state = new State(Optional.of(again), Optional.of(attempt));
    }

    /** Notes an edit that changes nothing: it was refused, or it is the text that decides already. */
    synchronized void note(RulesetAttempt attempt) {
        state = new State(state.active(), Optional.of(attempt));
    }

    /** Notes that an edit is being tried. */
    synchronized void begin(@Nullable String version) {
        if (state.attempted().filter(RulesetAttempt::isPending).isEmpty()) {
            settled = state.attempted();
        }
        note(RulesetAttempt.pending(version));
    }

    /** Notes that the edit which was being tried was taken back before it took effect. */
    synchronized void withdraw() {
        if (state.attempted().filter(RulesetAttempt::isPending).isPresent()) {
            state = new State(state.active(), settled);
        }
    }
}
