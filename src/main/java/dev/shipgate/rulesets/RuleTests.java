package dev.shipgate.rulesets;

import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestReport;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Coverage;
import dev.shipgate.policytest.PolicyTestRunner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The policy tests that make the rules fire which decide now. They are run once for each version that is asked for. */
@ApplicationScoped
public class RuleTests {

    private final ActiveRuleset rulesets;
    private final PolicyTestRunner runner;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable Ran newest;

    RuleTests(ActiveRuleset rulesets, PolicyTestRunner runner) {
        this.rulesets = rulesets;
        this.runner = runner;
    }

    private record Ran(String version, Map<RuleInfo, List<Case>> cases) {}

    /**
     * The cases in which a rule fires, by file and line.
     *
     * @return empty when that is not known now: the tests run at this moment, or could not be run
     * @throws dev.shipgate.policy.NoActiveRulesetException when no rules decide
     */
    public Optional<List<Case>> firing(RuleInfo rule) {
        try (RulesetLease rules = rulesets.lease()) {
            Ran known = newest;
            if (known == null || !known.version().equals(rules.version())) {
                known = run(rules);
            }
            return Optional.ofNullable(known).map(ran -> ran.cases().getOrDefault(rule, List.of()));
        }
    }

    /** Null when somebody else has them run, which may take half a minute. */
    private @Nullable Ran run(RulesetLease rules) {
        if (!running.tryLock()) {
            return null;
        }
        try {
            PolicyTestReport report = runner.run(rules);
            Coverage coverage = report.coverage();
            if (coverage == null) {
                return null;
            }
            Ran ran = new Ran(rules.version(), coverage.casesByRule());
            newest = ran;
            return ran;
        } finally {
            running.unlock();
        }
    }
}
