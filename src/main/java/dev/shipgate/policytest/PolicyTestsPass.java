package dev.shipgate.policytest;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.admission.AdmissionCheck;
import dev.shipgate.policy.session.RulesetLease;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** No ruleset becomes active that does not decide as its own tests expect. */
@ApplicationScoped
public class PolicyTestsPass implements AdmissionCheck {

    private final PolicyTestRunner runner;

    public PolicyTestsPass(PolicyTestRunner runner) {
        this.runner = runner;
    }

    @Override
    public List<Diagnostic> diagnostics(RulesetLease rules) {
        return runner.run(rules).diagnostics();
    }
}
