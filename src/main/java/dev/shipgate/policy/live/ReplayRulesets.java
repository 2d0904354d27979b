package dev.shipgate.policy.live;

import dev.shipgate.policy.NoActiveRulesetException;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rulesets of the past, compiled again to give the answers that they would have given. The ones used last are cached.
 * Thread-safe.
 */
@ApplicationScoped
public class ReplayRulesets {

    /** A compiled ruleset takes about as much memory as a thousand requests; each is there within a second. */
    private static final int MAX_CACHED = 8;

    /** Of all that are cached, as each rule takes memory. */
    private static final int MAX_CACHED_RULES = 2_000;

    private final RulesetCompiler compiler;
    private final ActiveRuleset active;
    private final EvaluationConfig limits;
    private final Map<String, Ruleset> cached = new LinkedHashMap<>(MAX_CACHED, 0.75f, true);

    ReplayRulesets(RulesetCompiler compiler, ActiveRuleset active, EvaluationConfig limits) {
        this.compiler = compiler;
        this.active = active;
        this.limits = limits;
    }

    /** The source of a ruleset's text, for when it is not cached compiled. */
    public interface ArchivedTexts {

        /** The files of a version; empty when there is no such. */
        Optional<RulesetFiles> files(String version);
    }

    /**
     * Takes a ruleset into use.
     *
     * @return empty when it neither decides now nor is known to the source
     * @throws RulesetRefusedException when this version of the service does not accept its rules any more
     */
    public Optional<RulesetLease> lease(String version, ArchivedTexts source) throws RulesetRefusedException {
        synchronized (cached) {
            Ruleset ruleset = cached.get(version);
            if (ruleset == null) {
                Optional<RulesetFiles> files = active(version).or(() -> source.files(version));
                if (files.isEmpty()) {
                    return Optional.empty();
                }
                ruleset = compile(files.get());
                cache(ruleset);
            }
            // Cannot fail: the cache has a reference to it, which it releases under the same lock.
            if (!ruleset.references().tryAcquire()) {
                throw new IllegalStateException("A cached ruleset was disposed of: " + version);
            }
            return Optional.of(new RulesetLease(ruleset, limits));
        }
    }

    /**
     * The version that decides now.
     *
     * @throws NoActiveRulesetException when there is none
     */
    public String activeVersion() {
        return active.ruleset().map(Ruleset::version).orElseThrow(NoActiveRulesetException::new);
    }

    private Ruleset compile(RulesetFiles files) throws RulesetRefusedException {
        return compiler.compileToAnswer(files, active.ruleset().orElse(null));
    }

    private Optional<RulesetFiles> active(String version) {
        return active.ruleset()
                .map(Ruleset::text)
                .filter(files -> files.version().equals(version));
    }

    private void cache(Ruleset ruleset) {
        cached.put(ruleset.version(), ruleset);
        while (cached.size() > MAX_CACHED || (cached.size() > 1 && cachedRules() > MAX_CACHED_RULES)) {
            var eldest = cached.entrySet().iterator();
            eldest.next().getValue().references().release();
            eldest.remove();
        }
    }

    private int cachedRules() {
        return cached.values().stream()
                .mapToInt(ruleset -> ruleset.rules().size())
                .sum();
    }
}
