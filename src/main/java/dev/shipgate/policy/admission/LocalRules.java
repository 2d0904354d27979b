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

/** Makes rules ready for a program without a service, as a service does: what would not decide there does not here. */
public final class LocalRules {

    private final RulesetCompiler compiler;
    private final AdmissionChecks trials;
    private final RulesetCache kept;
    private final EvaluationConfig limits;

    /**
     * @param owners of the folders of rules
     * @param mappings who reads the mappings beside the rules
     * @param trials what rules must stand before they decide
     * @param kept what was compiled and tried before, so that the same rules need not be
     * @param limits of one evaluation
     */
    public LocalRules(
            List<RulesOwner> owners,
            List<MappingCheck> mappings,
            List<AdmissionCheck> trials,
            RulesetCache kept,
            EvaluationConfig limits) {
        this.kept = kept;
        this.compiler = new RulesetCompiler(owners, mappings, kept);
        this.trials = new AdmissionChecks(trials, kept, limits);
        this.limits = limits;
    }

    /**
     * Compiles rules, without trying them.
     *
     * @throws RulesetRefusedException when any file is wrong
     */
    public RulesetLease compile(RulesetFiles files) throws RulesetRefusedException {
        return new RulesetLease(compiler.compile(files, null), limits);
    }

    /**
     * Rules that may decide.
     *
     * @throws RulesetRefusedException when any file is wrong, or the rules fail a trial
     */
    public RulesetLease tried(RulesetFiles files) throws RulesetRefusedException {
        return new RulesetLease(triedRuleset(files), limits);
    }

    /**
     * Compiles and tries rules for a later process, and makes sure that it will find what came of it.
     *
     * @throws RulesetRefusedException when any file is wrong, or the rules fail a trial
     * @throws IOException when it could not be kept
     */
    public void keep(RulesetFiles files) throws RulesetRefusedException, IOException {
        Ruleset ruleset = triedRuleset(files);
        try {
            if (kept.passed(ruleset, limits).isEmpty()) {
                throw new IOException("What was compiled could not be written");
            }
        } finally {
            ruleset.users().release();
        }
    }

    private Ruleset triedRuleset(RulesetFiles files) throws RulesetRefusedException {
        Ruleset ruleset = compiler.compile(files, null);
        boolean passed = false;
        try {
            trials.pass(ruleset);
            passed = true;
            return ruleset;
        } finally {
            if (!passed) {
                ruleset.users().release();
            }
        }
    }
}
