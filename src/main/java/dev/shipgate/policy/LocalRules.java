package dev.shipgate.policy;

import java.nio.file.Path;
import java.util.List;

/** Makes rules ready for a program without a service, as a service does: what would not decide there does not here. */
public final class LocalRules {

    private final RulesetCompiler compiler;
    private final RulesetTrials trials;
    private final EvaluationConfig limits;

    /**
     * @param owners of the folders of rules
     * @param mappings who reads the mappings beside the rules
     * @param trials what rules must stand before they decide
     * @param compiledDir where compiled rules are kept, so that the same rules need not be compiled and tried again
     * @param limits of one evaluation
     */
    public LocalRules(
            List<RulesFolder> owners,
            List<MappingCheck> mappings,
            List<RulesetTrial> trials,
            Path compiledDir,
            EvaluationConfig limits) {
        KeptRulesets kept = KeptRulesets.in(compiledDir);
        this.compiler = new RulesetCompiler(owners, mappings, kept);
        this.trials = new RulesetTrials(trials, kept, limits);
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
        Ruleset ruleset = compiler.compile(files, null);
        boolean passed = false;
        try {
            trials.pass(ruleset);
            passed = true;
            return new RulesetLease(ruleset, limits);
        } finally {
            if (!passed) {
                ruleset.users().release();
            }
        }
    }
}
