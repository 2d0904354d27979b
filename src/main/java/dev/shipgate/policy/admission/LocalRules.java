package dev.shipgate.policy.admission;

import dev.shipgate.policy.MappingCheck;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.cache.RulesetCache;
import dev.shipgate.policy.compile.RulesetCompiler;
import dev.shipgate.policy.session.EvaluationConfig;
import dev.shipgate.policy.session.Ruleset;
import dev.shipgate.policy.session.RulesetLease;
import java.io.IOException;
import java.util.List;

/**
 * Makes rules ready for a program without a service, as a service does: rules that would not decide there do not here.
 */
public final class LocalRules {

    private final RulesetCompiler compiler;
    private final AdmissionChecks checks;
    private final RulesetCache cache;
    private final EvaluationConfig limits;

    /**
     * @param owners of the folders of rules
     * @param mappings the readers of the mappings beside the rules
     * @param checks the checks that rules must pass before they decide
     * @param cache the rules that were compiled and checked before, so that the same ones need not be
     * @param limits of one evaluation
     */
    public LocalRules(
            List<RulesOwner> owners,
            List<MappingCheck> mappings,
            List<AdmissionCheck> checks,
            RulesetCache cache,
            EvaluationConfig limits) {
        this.cache = cache;
        this.compiler = new RulesetCompiler(owners, mappings, cache);
        this.checks = new AdmissionChecks(checks, cache, limits);
        this.limits = limits;
    }

    /**
     * Compiles rules, without admission checks.
     *
     * @throws RulesetRefusedException when any file is wrong
     */
    public RulesetLease compile(RulesetFiles files) throws RulesetRefusedException {
        return new RulesetLease(compiler.compile(files, null), limits);
    }

    /**
     * Rules that may decide.
     *
     * @throws RulesetRefusedException when any file is wrong, or the rules fail an admission check
     */
    public RulesetLease admitted(RulesetFiles files) throws RulesetRefusedException {
        return new RulesetLease(admittedRuleset(files), limits);
    }

    /**
     * Compiles and checks rules for a later process, and makes sure that it will find the results.
     *
     * @throws RulesetRefusedException when any file is wrong, or the rules fail an admission check
     * @throws IOException when it could not be written
     */
    public void precompile(RulesetFiles files) throws RulesetRefusedException, IOException {
        Ruleset ruleset = admittedRuleset(files);
        try {
            if (cache.passed(ruleset, limits).isEmpty()) {
                throw new IOException("What was compiled could not be written");
            }
        } finally {
            ruleset.references().release();
        }
    }

    private Ruleset admittedRuleset(RulesetFiles files) throws RulesetRefusedException {
        Ruleset ruleset = compiler.compile(files, null);
        boolean passed = false;
        try {
            checks.pass(ruleset);
            passed = true;
            return ruleset;
        } finally {
            if (!passed) {
                ruleset.references().release();
            }
        }
    }
}
