package dev.shipgate.policy.admission;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;

/** A check that a compiled ruleset must pass before it decides. Each bean of this type checks each ruleset. */
public interface AdmissionCheck {

    /** The errors for which the ruleset must not become active, and warnings about problems that people would miss. */
    List<Diagnostic> diagnostics(RulesetLease rules);
}
