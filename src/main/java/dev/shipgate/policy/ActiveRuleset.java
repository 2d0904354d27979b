package dev.shipgate.policy;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
     */
    public record Activation(Ruleset ruleset, Instant activatedAt) {}

    private record State(
            @Nullable Activation active, @Nullable RulesetAttempt attempted) {}

    private final EvaluationConfig limits;
    private volatile State state = new State(null, null);

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
            Activation current = state.active();
            if (current == null) {
                throw new NoActiveRulesetException();
            }
            // Fails only between a swap and the end of the last use of the old one: then there is a new one.
            if (current.ruleset().users().tryAcquire()) {
                return new RulesetLease(current.ruleset(), limits);
            }
        }
    }

    public Optional<Activation> active() {
        return Optional.ofNullable(state.active());
    }

    /** The newest edit, also when it was refused. Empty until the rules have been read once. */
    public Optional<RulesetAttempt> attempted() {
        return Optional.ofNullable(state.attempted());
    }

    synchronized void activate(Ruleset ruleset, RulesetAttempt attempt) {
        Activation previous = state.active();
        state = new State(new Activation(ruleset, attempt.at()), attempt);
        if (previous != null) {
            previous.ruleset().users().release();
        }
    }

    /** Notes an edit that changes nothing: it was refused, or it is the text that decides already. */
    synchronized void note(RulesetAttempt attempt) {
        state = new State(state.active(), attempt);
    }
}
