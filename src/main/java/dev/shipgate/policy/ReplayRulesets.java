package dev.shipgate.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rulesets of the past, compiled again to answer what they would have said. The ones used last are kept.
 * Thread-safe.
 */
@ApplicationScoped
public class ReplayRulesets {

    /** A compiled ruleset takes about as much memory as a thousand requests; each is there within a second. */
    private static final int MAX_KEPT = 8;

    private final RulesetCompiler compiler;
    private final ActiveRuleset active;
    private final EvaluationConfig limits;
    private final Map<String, Ruleset> kept = new LinkedHashMap<>(MAX_KEPT, 0.75f, true);

    ReplayRulesets(RulesetCompiler compiler, ActiveRuleset active, EvaluationConfig limits) {
        this.compiler = compiler;
        this.active = active;
        this.limits = limits;
    }

    /**
     * Takes a ruleset into use.
     *
     * @throws RulesetRefusedException when this version of the service does not accept its rules any more
     */
    public RulesetLease lease(RulesetFiles files) throws RulesetRefusedException {
        synchronized (kept) {
            Ruleset ruleset = kept.get(files.version());
            if (ruleset == null) {
                Ruleset previous = active.state()
                        .active()
                        .map(ActiveRuleset.Activation::ruleset)
                        .orElse(null);
                ruleset = compiler.compile(files, previous);
                keep(ruleset);
            }
            // Cannot fail: what is kept has a user, which is let go of under the same lock.
            if (!ruleset.users().tryAcquire()) {
                throw new IllegalStateException("A kept ruleset was disposed of: " + files.version());
            }
            return new RulesetLease(ruleset, limits);
        }
    }

    /** The text of the ruleset that decides now, if it is of this version. */
    public Optional<RulesetFiles> active(String version) {
        return active.state()
                .active()
                .map(activation -> activation.ruleset().text())
                .filter(files -> files.version().equals(version));
    }

    private void keep(Ruleset ruleset) {
        kept.put(ruleset.version(), ruleset);
        if (kept.size() > MAX_KEPT) {
            var eldest = kept.entrySet().iterator();
            eldest.next().getValue().users().release();
            eldest.remove();
        }
    }
}
